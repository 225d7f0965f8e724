package org.passerelle.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Files that people hand in, made for tests.
public final class SomeFiles {

    private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
    private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private static final String PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    private SomeFiles() {}

    /// A PDF of one empty page; another comment makes another file.
    public static String pdf(String comment) {
        return pdf(comment, CATALOG, PAGES, PAGE);
    }

    /// A PDF of these objects, numbered from 1; the first is the catalogue.
    public static String pdf(String comment, String... objects) {
        return build("%PDF-1.7\n% " + comment + "\n", List.of(objects), "");
    }

    /// The usual three objects, and more.
    public static String pdfWith(String catalogue, String... more) {
        var objects = new ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>", PAGES, PAGE));
        objects.addAll(List.of(more));
        return build("%PDF-1.7\n", objects, "");
    }

    /// With more in the trailer: `/Encrypt 4 0 R`.
    public static String pdfWithTrailer(String trailer, String... more) {
        var objects = new ArrayList<>(List.of(CATALOG, PAGES, PAGE));
        objects.addAll(List.of(more));
        return build("%PDF-1.7\n", objects, trailer);
    }

    private static String build(String head, List<String> objects, String trailer) {
        var text = new StringBuilder(head);
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(text.length());
            text.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = text.length();
        text.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        for (var place : places) text.append("%010d 00000 n \n".formatted(place));
        text.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R ")
                .append(trailer)
                .append(" >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return text.toString();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
