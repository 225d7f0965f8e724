package org.passerelle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// What a reader sees in a PDF, as text.
public final class PdfText {

    private PdfText() {}

    /// Line by line, in the order of the page.
    public static String of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(document).strip() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One run of words, all spaces alike, for searching.
    public static String flat(byte[] pdf) {
        return of(pdf).replaceAll("[\\s\u00A0\u202F]+", " ");
    }

    /// The file of that name that the PDF carries.
    public static byte[] attached(byte[] pdf, String name) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get(name)
                    .getEmbeddedFile()
                    .toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The golden text `src/test/resources/golden/<name>`. With `-Dgolden=write` it is written first, for a person to
    /// read before it is committed.
    public static String golden(String name, String actual) {
        var file = Path.of("src/test/resources/golden", name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual, StandardCharsets.UTF_8);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
