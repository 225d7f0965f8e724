package org.passerelle.banking.core;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.passerelle.kernel.Money;

/// The small words with which payment messages are written: default namespace, since some banks refuse prefixes.
final class Iso20022 {

    private static final int NAME = 70;

    private final XMLStreamWriter xml;
    private final String namespace;

    Iso20022(XMLStreamWriter xml, String namespace) {
        this.xml = xml;
        this.namespace = namespace;
    }

    void open(String message) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(namespace);
        xml.writeStartElement(namespace, "Document");
        xml.writeDefaultNamespace(namespace);
        start(message);
    }

    void close() throws XMLStreamException {
        end();
        end();
        xml.writeEndDocument();
    }

    void sums(int count, Money total) throws XMLStreamException {
        text("NbOfTxs", Integer.toString(count));
        text("CtrlSum", total.toString());
    }

    void named(String party, String name) throws XMLStreamException {
        path(List.of(party, "Nm"), SepaText.text(name, NAME));
    }

    /// In euros.
    void amount(String name, Money amount) throws XMLStreamException {
        start(name);
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(amount.toString());
        end();
    }

    void path(List<String> names, String value) throws XMLStreamException {
        for (var name : names.subList(0, names.size() - 1)) start(name);
        text(names.getLast(), value);
        for (int i = 1; i < names.size(); i++) end();
    }

    void start(String name) throws XMLStreamException {
        xml.writeStartElement(namespace, name);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void text(String name, String value) throws XMLStreamException {
        start(name);
        xml.writeCharacters(value);
        end();
    }
}
