package org.passerelle.cli.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.passerelle.invoicing.core.CiiWriter;
import org.passerelle.invoicing.core.FacturX;
import org.passerelle.invoicing.core.Flux10Writer;
import org.passerelle.invoicing.core.UblWriter;

/// `./passerelle corpus --out DIR`: valid invoices as Factur-X, CII and UBL, the e-reports of their month and bank
/// files. The same bytes each time. Exit codes: 0 done, 1 it failed, 2 the words are wrong.
public final class CorpusCommand {

    private CorpusCommand() {}

    public static int run(String[] args, PrintStream err) {
        if (args.length != 2 || !args[0].equals("--out")) {
            err.println("passerelle corpus --out DIR: writes facturx/, cii/, ubl/, flux10/ and sepa/ there");
            return 2;
        }
        try {
            err.println("passerelle corpus: " + write(Path.of(args[1])) + " files in " + args[1]);
            return 0;
        } catch (IOException e) {
            err.println("passerelle: " + e);
            return 1;
        }
    }

    /// @return how many files were written
    static int write(Path folder) throws IOException {
        int files = 0;
        var invoices = CorpusInvoices.all();
        for (var one : invoices.entrySet()) {
            var invoice = one.getValue();
            put(folder, "ubl", one.getKey() + ".xml", UblWriter.write(invoice));
            files++;
            if (!CorpusInvoices.fitsCii(invoice)) continue;
            put(folder, "cii", one.getKey() + ".xml", CiiWriter.write(invoice));
            put(folder, "facturx", one.getKey() + ".pdf", FacturX.render(invoice));
            files += 2;
        }
        for (var report : CorpusReports.of(invoices.values()).entrySet()) {
            put(folder, "flux10", report.getKey() + ".xml", Flux10Writer.write(report.getValue()));
            files++;
        }
        for (var bank : CorpusBank.files().entrySet()) {
            put(folder, "sepa", bank.getKey() + ".xml", bank.getValue());
            files++;
        }
        return files;
    }

    private static void put(Path folder, String kind, String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(kind));
        Files.write(folder.resolve(kind).resolve(name), content);
    }
}
