package org.passerelle.banking.core;

import java.util.List;
import org.passerelle.kernel.Iban;

/// A statement in whichever of our forms: XML begins with `<`, everything else has to be a CSV.
public final class StatementFile {

    private StatementFile() {}

    /// @param ours the account of a CSV that names none
    /// @throws InvalidFile with place and reason
    public static List<ReadStatement> read(byte[] file, Iban ours) {
        return isXml(file) ? Camt053.read(file) : List.of(CsvStatement.read(file, ours));
    }

    private static boolean isXml(byte[] file) {
        int at = file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB ? 3 : 0;
        while (at < file.length && Character.isWhitespace(file[at])) at++;
        return at >= file.length || file[at] == '<' || file[at] == (byte) 0xFF || file[at] == (byte) 0xFE;
    }
}
