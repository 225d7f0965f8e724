package org.passerelle.platform.xml;

import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.stream.util.StreamReaderDelegate;

/// The only way to read XML here (S-30). A DOCTYPE is refused, nothing outside the document is ever fetched, and depth,
/// names, attributes and size are limited: the JDK's own defaults hand over local files.
public final class SafeXml {

    /// Largest document, in bytes (S-33: bank statements 50 MB).
    public static final long LARGEST = 50L * 1024 * 1024;

    private static final int DEEPEST = 100;
    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private SafeXml() {}

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setProperty("jdk.xml.elementAttributeLimit", 50);
        factory.setProperty("jdk.xml.maxXMLNameLimit", 200);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    /// Reads step by step. Line and column of the place are in the reader's location and in each exception.
    /// @throws XMLStreamException also while reading: DOCTYPE, too deep, too large, or not XML
    public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        var reader = new Strict(READERS.createXMLStreamReader(new Limited(content, LARGEST)));
        reader.inspect(reader.getEventType());
        return reader;
    }

    /// Writes step by step; every text and attribute is escaped by the writer.
    public static XMLStreamWriter writer(OutputStream target) throws XMLStreamException {
        return WRITERS.createXMLStreamWriter(target, "UTF-8");
    }

    /// Refuses what the parser would merely skip.
    private static final class Strict extends StreamReaderDelegate {

        private int depth;

        Strict(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            return inspect(super.next());
        }

        @Override
        public int nextTag() throws XMLStreamException {
            int event = next();
            while (event == XMLStreamConstants.CHARACTERS && isWhiteSpace()
                    || event == XMLStreamConstants.CDATA && isWhiteSpace()
                    || event == XMLStreamConstants.SPACE
                    || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                    || event == XMLStreamConstants.COMMENT) {
                event = next();
            }
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                throw new XMLStreamException("an element was expected", getLocation());
            }
            return event;
        }

        @Override
        public String getElementText() throws XMLStreamException {
            if (getEventType() != XMLStreamConstants.START_ELEMENT) {
                throw new XMLStreamException("an element was expected", getLocation());
            }
            var text = new StringBuilder();
            for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                switch (event) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(getText());
                    case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                    default -> throw new XMLStreamException("only text was expected here", getLocation());
                }
            }
            return text.toString();
        }

        private int inspect(int event) throws XMLStreamException {
            switch (event) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a DOCTYPE is refused", getLocation());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("an entity is refused", getLocation());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) throw new XMLStreamException("nested too deeply", getLocation());
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
            return event;
        }
    }
}
