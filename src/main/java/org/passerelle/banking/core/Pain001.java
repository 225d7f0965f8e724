package org.passerelle.banking.core;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.passerelle.platform.xml.SafeXml;

/// Writes transfers as pain.001.001.09: default namespace (some banks refuse prefixes), one booking per batch
/// so that single salaries do not show, no postal address (not needed inside the EEA and strict since 15
/// November 2026). The same file gives the same bytes.
public final class Pain001 {

    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final int TEXT = 140;

    private final Iso20022 xml;

    private Pain001(Iso20022 xml) {
        this.xml = xml;
    }

    public static byte[] write(TransferFile file) {
        distinct(file);
        var bytes = new ByteArrayOutputStream(2048 + 800 * file.count());
        try {
            var writer = SafeXml.writer(bytes);
            new Pain001(new Iso20022(writer, NAMESPACE)).document(file);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /// The schema would let a transfer pass twice; we do not.
    private static void distinct(TransferFile file) {
        var ids = new HashSet<String>();
        for (var batch : file.batches()) {
            if (!ids.add("batch " + batch.id())) throw new IllegalArgumentException("twice: " + batch.id());
            for (var transfer : batch.transfers()) {
                if (!ids.add(transfer.endToEndId())) {
                    throw new IllegalArgumentException("twice: " + transfer.endToEndId());
                }
            }
        }
    }

    private void document(TransferFile file) throws XMLStreamException {
        xml.open("CstmrCdtTrfInitn");
        xml.start("GrpHdr");
        xml.text("MsgId", SepaText.id(file.messageId()));
        xml.text("CreDtTm", file.created().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.sums(file.count(), file.total());
        xml.named("InitgPty", file.debtor());
        xml.end();
        for (var batch : file.batches()) batch(file, batch);
        xml.close();
    }

    private void batch(TransferFile file, TransferBatch batch) throws XMLStreamException {
        xml.start("PmtInf");
        xml.text("PmtInfId", SepaText.id(batch.id()));
        xml.text("PmtMtd", "TRF");
        xml.text("BtchBookg", "true");
        xml.sums(batch.transfers().size(), batch.total());
        xml.start("PmtTpInf");
        xml.path(List.of("SvcLvl", "Cd"), "SEPA");
        if (batch.salaries()) xml.path(List.of("CtgyPurp", "Cd"), "SALA");
        xml.end();
        xml.path(List.of("ReqdExctnDt", "Dt"), batch.executionDate().toString());
        xml.named("Dbtr", file.debtor());
        xml.path(List.of("DbtrAcct", "Id", "IBAN"), file.account().value());
        xml.path(List.of("DbtrAgt", "FinInstnId", "BICFI"), file.bic());
        xml.text("ChrgBr", "SLEV");
        for (var transfer : batch.transfers()) transfer(transfer);
        xml.end();
    }

    private void transfer(TransferBatch.Transfer transfer) throws XMLStreamException {
        xml.start("CdtTrfTxInf");
        xml.path(List.of("PmtId", "EndToEndId"), SepaText.id(transfer.endToEndId()));
        xml.start("Amt");
        xml.amount("InstdAmt", transfer.amount());
        xml.end();
        xml.named("Cdtr", transfer.creditor());
        xml.path(List.of("CdtrAcct", "Id", "IBAN"), transfer.account().value());
        xml.path(List.of("RmtInf", "Ustrd"), SepaText.text(transfer.remittance(), TEXT));
        xml.end();
    }
}
