package org.passerelle.documents.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.xml.SafeXml;

/// A PDF that can only be read: no script, no program to start, no form that sends, no file within, no password.
final class Pdfs {

    private static final int MOST_PAGES = 200;
    private static final int MOST_DEPTH = 200;
    private static final int LONGEST_SIDE = 14_400; // points, the format's own limit
    private static final long MOST_PIXELS = 100_000_000;
    private static final long MOST_INFLATED = 256L * 1024 * 1024;
    private static final int TAIL = 1024;

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "SetOCGState3D",
            "GoTo3DView");
    private static final Set<String> MOVING = Set.of("RichMedia", "3D", "Screen", "Movie", "Sound");
    private static final Set<String> INVOICES =
            Set.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "order-x.xml");

    // Also in objects that no table names: some readers look for those too.
    private static final Pattern ACTIVE_NAME = Pattern.compile("/(JavaScript|Launch|RichMedia|XFA)(?![A-Za-z])");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");

    private final boolean mayHoldInvoice;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Pdfs(boolean mayHoldInvoice) {
        this.mayHoldInvoice = mayHoldInvoice;
    }

    /// @throws InvalidValue `file.damaged`, `file.polyglot`, `file.pdf_encrypted`, `file.pdf_active`,
    ///     `file.pdf_embedded`, `file.pdf_big`, `file.dimensions`
    static void check(byte[] content, boolean mayHoldInvoice) {
        var text = Signs.text(content, 0, content.length);
        int end = text.lastIndexOf("%%EOF");
        if (end < 0) throw new InvalidValue("file.damaged", "");
        var after = text.substring(end + 5);
        if (after.length() > TAIL || !after.replace('\u0000', ' ').isBlank() || Signs.endsAsZip(content)) {
            throw new InvalidValue("file.polyglot", "");
        }
        if (text.substring(0, Math.min(TAIL, text.length()))
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*<(html|script|svg|\\?php).*")) {
            throw new InvalidValue("file.polyglot", "");
        }
        inflatesWithinReason(content, text);
        if (ACTIVE_NAME.matcher(unescaped(text)).find()) throw new InvalidValue("file.pdf_active", "");
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) throw new InvalidValue("file.pdf_encrypted", "");
            new Pdfs(mayHoldInvoice).look(document);
        } catch (InvalidPasswordException e) {
            throw new InvalidValue("file.pdf_encrypted", "");
        } catch (InvalidValue e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new InvalidValue("file.damaged", "");
        }
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    /// Before anything opens it: what its streams swell to, together.
    private static void inflatesWithinReason(byte[] content, String text) {
        var found = STREAM.matcher(text);
        var buffer = new byte[64 * 1024];
        long whole = 0;
        while (found.find()) {
            var inflater = new Inflater();
            try {
                inflater.setInput(content, found.end(), content.length - found.end());
                for (int got = inflater.inflate(buffer); got > 0; got = inflater.inflate(buffer)) {
                    whole += got;
                    if (whole > MOST_INFLATED) throw new InvalidValue("file.pdf_big", "");
                }
            } catch (DataFormatException e) {
                // not compressed this way: no bomb
            } finally {
                inflater.end();
            }
        }
    }

    private void look(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages < 1) throw new InvalidValue("file.damaged", "");
        if (pages > MOST_PAGES) throw new InvalidValue("file.pdf_big", "");
        for (var page : document.getPages()) {
            var box = page.getMediaBox();
            if (Math.abs(box.getWidth()) > LONGEST_SIDE || Math.abs(box.getHeight()) > LONGEST_SIDE) {
                throw new InvalidValue("file.dimensions", "");
            }
        }
        var file = document.getDocument();
        walk(file.getTrailer(), 0);
        for (var key : file.getXrefTable().keySet()) walk(file.getObjectFromPool(key), 0);
    }

    private void walk(COSBase one, int depth) throws IOException {
        if (depth > MOST_DEPTH) return; // what lies deeper is reached from its own number
        switch (one) {
            case COSObject reference -> {
                if (!seen.add(reference)) return;
                var object = reference.getObject();
                if (object != null) walk(object, depth + 1);
            }
            case COSDictionary dictionary -> {
                if (!seen.add(dictionary)) return;
                judge(dictionary);
                for (var value : dictionary.getValues()) if (value != null) walk(value, depth + 1);
            }
            case COSArray array -> {
                if (!seen.add(array)) return;
                for (var value : array) if (value != null) walk(value, depth + 1);
            }
            default -> {}
        }
    }

    private void judge(COSDictionary dictionary) throws IOException {
        var action = dictionary.getNameAsString(COSName.S);
        var subtype = dictionary.getNameAsString(COSName.SUBTYPE);
        boolean active = action != null && ACTIONS.contains(action)
                || subtype != null && MOVING.contains(subtype)
                || dictionary.containsKey("JS")
                || dictionary.containsKey("JavaScript")
                || dictionary.containsKey("XFA");
        if (active) throw new InvalidValue("file.pdf_active", "");
        if ("FileAttachment".equals(subtype)) throw new InvalidValue("file.pdf_embedded", "");
        if (dictionary.containsKey("EF") && !isInvoice(dictionary)) throw new InvalidValue("file.pdf_embedded", "");
        if ("Image".equals(subtype)) {
            long pixels = dictionary.getLong(COSName.WIDTH, 0) * dictionary.getLong(COSName.HEIGHT, 0);
            if (pixels > MOST_PIXELS || pixels < 0) throw new InvalidValue("file.dimensions", "");
        }
        if (dictionary instanceof COSStream stream && filters(stream) > 3) throw new InvalidValue("file.pdf_big", "");
    }

    private static int filters(COSStream stream) {
        return stream.getFilters() instanceof COSArray several ? several.size() : 1;
    }

    /// An electronic invoice's own XML, and nothing that only calls itself so.
    private boolean isInvoice(COSDictionary specification) throws IOException {
        if (!mayHoldInvoice) return false;
        var name = specification.getString(COSName.F, specification.getString("UF", ""));
        if (!INVOICES.contains(name.toLowerCase(Locale.ROOT))) return false;
        var files = specification.getCOSDictionary(COSName.getPDFName("EF"));
        if (files == null || !(files.getDictionaryObject(COSName.F) instanceof COSStream stream)) return false;
        var bytes = new ByteArrayOutputStream();
        try (var in = stream.createInputStream()) {
            in.transferTo(bytes);
        }
        try {
            var xml = SafeXml.reader(new ByteArrayInputStream(bytes.toByteArray()));
            while (xml.hasNext()) xml.next();
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
