package org.passerelle.documents.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Writes a PDF 1.7 file that is PDF/A-3b (ISO 19005-3) in one pass: objects in the order in which they are made, then
/// the table of their places. Nothing is taken from the clock or from chance.
final class PdfFile {

    private static final String PRODUCER = "Passerelle";
    private static final DateTimeFormatter PDF_TIME = DateTimeFormatter.ofPattern(
                    "'D:'yyyyMMddHHmmss'+00''00'''", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter XMP_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final byte[] HEADER = {
        '%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', '%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'
    };
    private static final byte[] COLOUR_PROFILE =
            Deflate.best(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int INFO = 3;
    private static final int METADATA = 4;
    private static final int PROFILE = 5;
    private static final int RESOURCES = 6;
    private static final int FIRST_FREE = 7;
    private static final int OBJECTS_PER_FONT = 5;

    private final PaperInfo info;
    private final String title;
    private final String author;
    private final String description;
    private final FontUse fonts;
    private final List<Canvas> pages;
    private final List<Attachment> attachments;
    private final Bytes out = new Bytes(1 << 17);
    private final MessageDigest digest = sha256();
    private int[] places = new int[64];
    private int objects;

    PdfFile(PaperInfo info, String description, FontUse fonts, List<Canvas> pages, List<Attachment> attachments) {
        this.info = info;
        this.title = xmlCharacters(info.title());
        this.author = xmlCharacters(info.author());
        this.description = description;
        this.fonts = fonts;
        this.pages = pages;
        this.attachments = attachments;
    }

    byte[] bytes() {
        int firstFont = FIRST_FREE;
        int firstPage = firstFont + OBJECTS_PER_FONT * fonts.all().size();
        int firstFile = firstPage + 2 * pages.size();
        objects = firstFile + 2 * attachments.size() - 1;
        if (places.length <= objects) places = new int[objects + 1];
        out.add(HEADER);
        catalog(firstFile);
        pageTree(firstPage);
        information();
        metadata();
        stream(PROFILE, "/N 3 /Filter /FlateDecode", COLOUR_PROFILE, COLOUR_PROFILE.length);
        resources(firstFont);
        for (int i = 0; i < fonts.all().size(); i++) {
            font(firstFont + OBJECTS_PER_FONT * i, fonts.all().get(i).embedded());
        }
        for (int i = 0; i < pages.size(); i++) page(firstPage + 2 * i, pages.get(i));
        for (int i = 0; i < attachments.size(); i++) file(firstFile + 2 * i, attachments.get(i));
        trailer();
        return out.toByteArray();
    }

    private void catalog(int firstFile) {
        begin(CATALOG).add("<< /Type /Catalog /Pages ");
        reference(PAGES).add(" /Metadata ");
        reference(METADATA).add(" /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >>");
        out.add(" /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)");
        out.add(" /Info (sRGB IEC61966-2.1) /DestOutputProfile ");
        reference(PROFILE).add(" >>]");
        if (!attachments.isEmpty()) {
            out.add(" /Names << /EmbeddedFiles << /Names [");
            for (int i = 0; i < attachments.size(); i++) {
                out.textString(attachments.get(i).name()).add(' ');
                reference(firstFile + 2 * i).add(' ');
            }
            out.add("] >> >> /AF [");
            for (int i = 0; i < attachments.size(); i++)
                reference(firstFile + 2 * i).add(' ');
            out.add("]");
        }
        end(" >>");
    }

    private void pageTree(int firstPage) {
        begin(PAGES).add("<< /Type /Pages /Count ").integer(pages.size()).add(" /MediaBox [0 0 ");
        out.number(Paper.WIDTH).add(' ').number(Paper.HEIGHT).add("] /Kids [");
        for (int i = 0; i < pages.size(); i++) reference(firstPage + 2 * i).add(' ');
        end("] >>");
    }

    private void information() {
        begin(INFO).add("<< /Title ").textString(title).add(" /Author ").textString(author);
        var time = PDF_TIME.format(info.createdAt());
        out.add(" /Producer (").add(PRODUCER).add(") /CreationDate (").add(time);
        out.add(") /ModDate (").add(time);
        end(") >>");
    }

    private void metadata() {
        var time = XMP_TIME.format(info.createdAt());
        var xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\
                <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">\
                <dc:format>application/pdf</dc:format>\
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>\
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator></rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\
                <pdf:Producer>%s</pdf:Producer></rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate></rdf:Description>
                %s</rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escape(title), escape(author), PRODUCER, time, time, description);
        var bytes = xmp.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        stream(METADATA, "/Type /Metadata /Subtype /XML", bytes, bytes.length);
    }

    private void resources(int firstFont) {
        begin(RESOURCES).add("<< /Font <<");
        for (int i = 0; i < fonts.all().size(); i++) {
            out.add(" /F").integer(i).add(' ');
            reference(firstFont + OBJECTS_PER_FONT * i);
        }
        end(" >> >>");
    }

    private void font(int first, FontSlice.Embedded font) {
        begin(first)
                .add("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont /")
                .add(font.name());
        out.add(" /DescendantFonts [");
        reference(first + 1).add("] /ToUnicode ");
        reference(first + 4);
        end(" >>");
        begin(first + 1).add("<< /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /BaseFont /");
        out.add(font.name()).add(" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>");
        out.add(" /DW 1000 /W ").add(font.widths()).add(" /FontDescriptor ");
        reference(first + 2);
        end(" >>");
        begin(first + 2)
                .add("<< /Type /FontDescriptor /FontName /")
                .add(font.name())
                .add(' ');
        out.add(font.descriptor()).add(" /FontFile2 ");
        reference(first + 3);
        end(" >>");
        stream(first + 3, "/Filter /FlateDecode /Length1 " + font.fileLength(), font.file(), font.file().length);
        stream(first + 4, "/Filter /FlateDecode", font.toUnicode(), font.toUnicode().length);
    }

    private void page(int number, Canvas canvas) {
        begin(number).add("<< /Type /Page /Parent ");
        reference(PAGES).add(" /Resources ");
        reference(RESOURCES).add(" /Contents ");
        reference(number + 1);
        end(" >>");
        var plain = canvas.content();
        digest.update(plain.array(), 0, plain.size());
        var packed = Deflate.fast(plain.array(), plain.size());
        stream(number + 1, "/Filter /FlateDecode", packed, packed.length);
    }

    private void file(int number, Attachment attachment) {
        begin(number).add("<< /Type /Filespec /F ").textString(attachment.name());
        out.add(" /UF ").textString(attachment.name()).add(" /AFRelationship /").add(attachment.relationship());
        out.add(" /Desc ").textString(attachment.description()).add(" /EF << /F ");
        reference(number + 1).add(" /UF ");
        reference(number + 1);
        end(" >> >>");
        digest.update(attachment.content());
        var packed = Deflate.fast(attachment.content(), attachment.content().length);
        var time = PDF_TIME.format(info.createdAt());
        stream(
                number + 1,
                "/Type /EmbeddedFile /Subtype /" + attachment.mediaType().replace("/", "#2F")
                        + " /Filter /FlateDecode /Params << /Size " + attachment.content().length
                        + " /CreationDate (" + time + ") /ModDate (" + time + ") >>",
                packed,
                packed.length);
    }

    private void trailer() {
        int table = out.size();
        out.add("xref\n0 ").integer(objects + 1).add("\n0000000000 65535 f \n");
        for (int i = 1; i <= objects; i++) {
            var place = Integer.toString(places[i]);
            out.add("0000000000".substring(place.length())).add(place).add(" 00000 n \n");
        }
        out.add("trailer\n<< /Size ").integer(objects + 1).add(" /Root ");
        reference(CATALOG).add(" /Info ");
        reference(INFO);
        var id = HexFormat.of().withUpperCase().formatHex(digest.digest(), 0, 16);
        out.add(" /ID [<").add(id).add("> <").add(id).add(">] >>\nstartxref\n");
        out.integer(table).add("\n%%EOF\n");
    }

    private Bytes begin(int number) {
        places[number] = out.size();
        return out.integer(number).add(" 0 obj\n");
    }

    private void end(String closing) {
        out.add(closing).add("\nendobj\n");
    }

    private Bytes reference(int number) {
        return out.integer(number).add(" 0 R");
    }

    private void stream(int number, String entries, byte[] content, int length) {
        begin(number).add("<< ").add(entries).add(" /Length ").integer(length).add(" >>\nstream\n");
        out.add(content, 0, length);
        end("\nendstream");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// What XML 1.0 cannot hold becomes a visible mark.
    private static String xmlCharacters(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            boolean allowed = codePoint >= 0x20 && codePoint < 0xD800
                    || codePoint >= 0xE000 && codePoint < 0xFFFE
                    || codePoint >= 0x10000;
            out.appendCodePoint(allowed ? codePoint : Face.REPLACEMENT);
        });
        return out.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
