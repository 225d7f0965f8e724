package org.passerelle.invoicing.core;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.passerelle.kernel.Money;

/// Writes elements one after the other, in UTF-8. Characters that XML 1.0 cannot hold are replaced; an empty text
/// writes nothing, for EN 16931 forbids empty elements.
final class XmlOut {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private XmlOut(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// What is written between root and end.
    interface Content {
        void write(XmlOut out) throws XMLStreamException;
    }

    /// @param attributes of the root, name and value in turn: its namespaces
    static byte[] document(String root, Content content, String... attributes) {
        var bytes = new ByteArrayOutputStream(8192);
        try {
            var xml = XML.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            for (int i = 0; i < attributes.length; i += 2) xml.writeAttribute(attributes[i], attributes[i + 1]);
            content.write(new XmlOut(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("in-memory XML", e);
        }
        return bytes.toByteArray();
    }

    void start(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void leaf(String element, String text) throws XMLStreamException {
        if (text.isBlank()) return;
        start(element);
        xml.writeCharacters(XmlText.clean(text));
        end();
    }

    void leaf(String element, String text, String attribute, String value) throws XMLStreamException {
        if (text.isBlank()) return;
        start(element);
        xml.writeAttribute(attribute, value);
        xml.writeCharacters(XmlText.clean(text));
        end();
    }

    void money(String element, Money money) throws XMLStreamException {
        leaf(element, money.toString(), "currencyID", "EUR");
    }
}
