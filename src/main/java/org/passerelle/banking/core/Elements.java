package org.passerelle.banking.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads elements one by one, with limits on depth, width and length of text.
final class Elements {

    private static final int DEEPEST = 40;
    private static final int WIDEST = 400_000;
    private static final int LONGEST_TEXT = 4_000;

    private final XMLStreamReader xml;

    Elements(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// The element on which the reader stands, with all that is in it; afterwards it stands on its end.
    Element read() throws XMLStreamException {
        return read(0, new int[] {0});
    }

    private Element read(int depth, int[] count) throws XMLStreamException {
        if (depth > DEEPEST) throw here("too_deep");
        if (++count[0] > WIDEST) throw here("too_wide");
        var name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        int column = xml.getLocation().getColumnNumber();
        Map<String, String> attributes = xml.getAttributeCount() == 0 ? Map.of() : new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeValue(i).length() > LONGEST_TEXT) throw here("text_too_long");
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        List<Element> children = new ArrayList<>(2);
        var text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(depth + 1, count));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + xml.getTextLength() > LONGEST_TEXT) throw here("text_too_long");
                    text.append(xml.getText());
                }
                default -> {}
            }
        }
        return new Element(name, line, column, attributes, children, text.toString());
    }

    /// Goes to the next child of the element on which the reader stands.
    ///
    /// @return false when the element ends instead
    boolean nextChild() throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) return true;
            boolean text = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (text && xml.getTextLength() > LONGEST_TEXT) throw here("text_too_long");
        }
        return false;
    }

    InvalidFile here(String code, String... data) {
        return new InvalidFile(
                code,
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(1, xml.getLocation().getColumnNumber()),
                data);
    }
}
