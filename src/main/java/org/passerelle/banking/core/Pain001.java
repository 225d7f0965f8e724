package org.passerelle.banking.core;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.passerelle.kernel.Money;
import org.passerelle.platform.xml.SafeXml;

/// Writes transfers as pain.001.001.09: default namespace (some banks refuse prefixes), one booking per batch
/// so that single salaries do not show, no postal address (not needed inside the EEA and strict since 15
/// November 2026). The same file gives the same bytes.
public final class Pain001 {

    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final int NAME = 70;
    private static final int TEXT = 140;

    private final XMLStreamWriter xml;

    private Pain001(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] write(TransferFile file) {
        distinct(file);
        var bytes = new ByteArrayOutputStream(2048 + 800 * file.count());
        try {
            var writer = SafeXml.writer(bytes);
            new Pain001(writer).document(file);
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
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "Document");
        xml.writeDefaultNamespace(NAMESPACE);
        start("CstmrCdtTrfInitn");
        start("GrpHdr");
        text("MsgId", SepaText.id(file.messageId()));
        text("CreDtTm", file.created().truncatedTo(ChronoUnit.SECONDS).toString());
        sums(file.count(), file.total());
        named("InitgPty", file.debtor());
        end();
        for (var batch : file.batches()) batch(file, batch);
        end();
        end();
        xml.writeEndDocument();
    }

    private void batch(TransferFile file, TransferBatch batch) throws XMLStreamException {
        start("PmtInf");
        text("PmtInfId", SepaText.id(batch.id()));
        text("PmtMtd", "TRF");
        text("BtchBookg", "true");
        sums(batch.transfers().size(), batch.total());
        start("PmtTpInf");
        path(List.of("SvcLvl", "Cd"), "SEPA");
        if (batch.salaries()) path(List.of("CtgyPurp", "Cd"), "SALA");
        end();
        path(List.of("ReqdExctnDt", "Dt"), batch.executionDate().toString());
        named("Dbtr", file.debtor());
        path(List.of("DbtrAcct", "Id", "IBAN"), file.account().value());
        path(List.of("DbtrAgt", "FinInstnId", "BICFI"), file.bic());
        text("ChrgBr", "SLEV");
        for (var transfer : batch.transfers()) transfer(transfer);
        end();
    }

    private void transfer(TransferBatch.Transfer transfer) throws XMLStreamException {
        start("CdtTrfTxInf");
        path(List.of("PmtId", "EndToEndId"), SepaText.id(transfer.endToEndId()));
        start("Amt");
        start("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(transfer.amount().toString());
        end();
        end();
        named("Cdtr", transfer.creditor());
        path(List.of("CdtrAcct", "Id", "IBAN"), transfer.account().value());
        path(List.of("RmtInf", "Ustrd"), SepaText.text(transfer.remittance(), TEXT));
        end();
    }

    private void sums(int count, Money total) throws XMLStreamException {
        text("NbOfTxs", Integer.toString(count));
        text("CtrlSum", total.toString());
    }

    private void named(String party, String name) throws XMLStreamException {
        path(List.of(party, "Nm"), SepaText.text(name, NAME));
    }

    private void path(List<String> names, String value) throws XMLStreamException {
        for (var name : names.subList(0, names.size() - 1)) start(name);
        text(names.getLast(), value);
        for (int i = 1; i < names.size(); i++) end();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        start(name);
        xml.writeCharacters(value);
        end();
    }
}
