package org.passerelle.banking.core;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.passerelle.platform.xml.SafeXml;

/// Writes direct debits as pain.008.001.08, scheme CORE, one batch for each sequence and day. The same file gives the
/// same
/// bytes.
public final class Pain008 {

    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";

    private static final int TEXT = 140;

    private final Iso20022 xml;

    private Pain008(Iso20022 xml) {
        this.xml = xml;
    }

    /// @throws IllegalArgumentException when a batch or a debit is named twice, or one mandate is debited twice in a
    /// batch
    public static byte[] write(CollectionFile file) {
        distinct(file);
        var bytes = new ByteArrayOutputStream(2048 + 1200 * file.count());
        try {
            var writer = SafeXml.writer(bytes);
            new Pain008(new Iso20022(writer, NAMESPACE)).document(file);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /// The schema would let a debit pass twice; we do not.
    private static void distinct(CollectionFile file) {
        var ids = new HashSet<String>();
        for (var batch : file.batches()) {
            unique(ids, "batch " + batch.id());
            for (var one : batch.collections()) {
                unique(ids, one.endToEndId());
                unique(ids, "mandate " + one.mandate().reference() + " in " + batch.id());
            }
        }
    }

    private static void unique(HashSet<String> ids, String id) {
        if (!ids.add(id)) throw new IllegalArgumentException("twice: " + id);
    }

    private void document(CollectionFile file) throws XMLStreamException {
        xml.open("CstmrDrctDbtInitn");
        xml.start("GrpHdr");
        xml.text("MsgId", SepaText.id(file.messageId()));
        xml.text("CreDtTm", file.created().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.sums(file.count(), file.total());
        xml.named("InitgPty", file.creditor());
        xml.end();
        for (var batch : file.batches()) batch(file, batch);
        xml.close();
    }

    private void batch(CollectionFile file, CollectionBatch batch) throws XMLStreamException {
        xml.start("PmtInf");
        xml.text("PmtInfId", SepaText.id(batch.id()));
        xml.text("PmtMtd", "DD");
        xml.sums(batch.collections().size(), batch.total());
        xml.start("PmtTpInf");
        xml.path(List.of("SvcLvl", "Cd"), "SEPA");
        xml.path(List.of("LclInstrm", "Cd"), "CORE");
        xml.text("SeqTp", batch.sequence().name());
        xml.end();
        xml.text("ReqdColltnDt", batch.collectionDate().toString());
        xml.named("Cdtr", file.creditor());
        xml.path(List.of("CdtrAcct", "Id", "IBAN"), file.account().value());
        xml.path(List.of("CdtrAgt", "FinInstnId", "BICFI"), file.bic());
        xml.text("ChrgBr", "SLEV");
        xml.start("CdtrSchmeId");
        xml.start("Id");
        xml.start("PrvtId");
        xml.start("Othr");
        xml.text("Id", file.creditorId().value());
        xml.path(List.of("SchmeNm", "Prtry"), "SEPA");
        for (int i = 0; i < 4; i++) xml.end();
        for (var one : batch.collections()) collection(one);
        xml.end();
    }

    private void collection(CollectionBatch.Collection one) throws XMLStreamException {
        var mandate = one.mandate();
        xml.start("DrctDbtTxInf");
        xml.path(List.of("PmtId", "EndToEndId"), SepaText.id(one.endToEndId()));
        xml.amount("InstdAmt", one.amount());
        xml.start("DrctDbtTx");
        xml.start("MndtRltdInf");
        xml.text("MndtId", mandate.reference());
        xml.text("DtOfSgntr", mandate.signedOn().toString());
        var before = mandate.before();
        if (before != null) amended(before);
        xml.end();
        xml.end();
        // The debtor's bank is known by the IBAN (SEPA "IBAN only").
        xml.path(List.of("DbtrAgt", "FinInstnId", "Othr", "Id"), "NOTPROVIDED");
        xml.named("Dbtr", mandate.debtor());
        xml.path(List.of("DbtrAcct", "Id", "IBAN"), mandate.account().value());
        xml.path(List.of("RmtInf", "Ustrd"), SepaText.text(one.remittance(), TEXT));
        xml.end();
    }

    private void amended(Mandate.Amendment before) throws XMLStreamException {
        xml.text("AmdmntInd", "true");
        xml.start("AmdmntInfDtls");
        var reference = before.reference();
        if (reference != null) xml.text("OrgnlMndtId", SepaText.id(reference));
        var account = before.account();
        if (account != null) xml.path(List.of("OrgnlDbtrAcct", "Id", "IBAN"), account.value());
        xml.end();
    }
}
