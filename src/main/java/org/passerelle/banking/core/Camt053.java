package org.passerelle.banking.core;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.platform.xml.SafeXml;

/// Reads bank statements, ISO 20022 camt.053 versions .02 to .08, by local name. Either the whole file is
/// sound or nothing of it is used: see [InvalidFile].
public final class Camt053 {

    /// Largest file, in bytes (S-33).
    public static final int LARGEST = 50 * 1024 * 1024;

    private static final String FAMILY = "urn:iso:std:iso:20022:tech:xsd:";
    private static final Pattern VERSION = Pattern.compile(FAMILY + "camt\\.053\\.001\\.0[2-8]");

    private Camt053() {}

    /// @throws InvalidFile with line, column and reason
    public static List<ReadStatement> read(byte[] file) {
        if (file.length == 0) throw new InvalidFile("empty", 0, 0);
        if (file.length > LARGEST) throw new InvalidFile("too_large", 0, 0, Integer.toString(LARGEST / 1024 / 1024));
        mustBeUtf8(file);
        try {
            var xml = SafeXml.reader(new ByteArrayInputStream(file, bom(file), file.length - bom(file)));
            try {
                return document(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(e);
        }
    }

    private static InvalidFile notXml(XMLStreamException e) {
        var place = e.getLocation();
        var message = e.getMessage() == null ? "" : e.getMessage();
        var code = "not_xml";
        if (message.contains("DOCTYPE")
                || message.contains("The entity \"")
                || message.contains("an entity is refused")) {
            code = "doctype";
        } else if (message.contains("nested too deeply")) {
            code = "too_deep";
        } else if (message.contains("ncoding")) {
            code = "encoding";
        }
        var invalid = place == null
                ? new InvalidFile(code, 1, 1)
                : new InvalidFile(code, Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
        invalid.initCause(e);
        return invalid;
    }

    private static int bom(byte[] file) {
        return file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
    }

    /// ISO 20022 travels in UTF-8; another encoding is how filters are slipped past.
    private static void mustBeUtf8(byte[] file) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(file);
        var window = java.nio.CharBuffer.allocate(8192);
        int line = 1;
        int column = 1;
        try {
            for (boolean more = true; more; ) {
                window.clear();
                var result = decoder.decode(bytes, window, true);
                window.flip();
                while (window.hasRemaining()) {
                    char c = window.get();
                    if (c == 0) throw new InvalidFile("encoding", line, column);
                    column = c == '\n' ? 1 : column + 1;
                    if (c == '\n') line++;
                }
                if (result.isError()) result.throwException();
                more = result.isOverflow();
            }
        } catch (CharacterCodingException _) {
            throw new InvalidFile("encoding", line, column);
        }
    }

    private static List<ReadStatement> document(XMLStreamReader xml) throws XMLStreamException {
        var elements = new Elements(xml);
        var encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) throw new InvalidFile("encoding", 1, 1, encoding);
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.END_DOCUMENT) throw elements.here("not_xml");
        }
        var namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        if (!xml.getLocalName().equals("Document") || !namespace.startsWith(FAMILY)) {
            throw elements.here("not_a_statement", shown(xml.getLocalName()));
        }
        if (!VERSION.matcher(namespace).matches()) {
            throw elements.here("version", shown(namespace.substring(FAMILY.length())));
        }
        var statements = new ArrayList<ReadStatement>();
        while (elements.nextChild()) {
            if (!xml.getLocalName().equals("BkToCstmrStmt")) {
                throw elements.here("not_a_statement", shown(xml.getLocalName()));
            }
            while (elements.nextChild()) {
                if (xml.getLocalName().equals("Stmt")) statements.add(new StatementReader(elements, xml).read());
                else elements.read();
            }
        }
        // What follows the root must still be XML: a second document or rubbish is refused by the parser.
        while (xml.hasNext()) xml.next();
        if (statements.isEmpty()) throw elements.here("no_statement");
        return statements;
    }

    /// A hostile name is cut before it is repeated to anybody.
    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
