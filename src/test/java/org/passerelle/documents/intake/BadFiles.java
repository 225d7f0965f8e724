package org.passerelle.documents.intake;

import static org.passerelle.testing.SomeFiles.bytes;
import static org.passerelle.testing.SomeFiles.pdf;
import static org.passerelle.testing.SomeFiles.pdfWith;
import static org.passerelle.testing.SomeFiles.pdfWithTrailer;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// A corpus of files that nobody should be able to hand in, made here.
public final class BadFiles {

    /// @param name as it comes from the browser
    /// @param code of the refusal
    public record Bad(String what, String name, byte[] content, String code) {

        @Override
        public String toString() {
            return what;
        }
    }

    // in two parts, so that no scanner takes this class for it
    private static final String TEST_VIRUS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private BadFiles() {}

    public static List<Bad> all() {
        var all = new ArrayList<Bad>();
        wrongTypes(all);
        archives(all);
        pictures(all);
        papers(all);
        return all;
    }

    private static void wrongTypes(List<Bad> all) {
        all.add(new Bad("an empty file", "vide.pdf", new byte[0], "file.empty"));
        all.add(new Bad("more than 10 MB", "gros.pdf", new byte[Intake.MOST_BYTES + 1], "file.size"));
        all.add(new Bad("a text that calls itself a PDF", "notes.pdf", bytes("bonjour"), "file.kind"));
        all.add(new Bad("a page of HTML", "page.html", bytes("<!DOCTYPE html><script>alert(1)</script>"), "file.kind"));
        all.add(new Bad(
                "a drawing in SVG with a script",
                "dessin.svg",
                bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                "file.kind"));
        all.add(new Bad(
                "an SVG that calls itself a picture", "photo.png", bytes("<svg onload=alert(1)>"), "file.kind"));
        all.add(new Bad("a GIF", "anime.gif", bytes("GIF89a\1\0\1\0\0\0\0;"), "file.kind"));
        all.add(new Bad("a BMP", "image.bmp", bytes("BM\0\0\0\0\0\0\0\0"), "file.kind"));
        all.add(new Bad("a TIFF", "scan.tif", bytes("II*\0\10\0\0\0"), "file.kind"));
        all.add(new Bad("a WebP", "image.webp", bytes("RIFF\44\0\0\0WEBPVP8 "), "file.kind"));
        all.add(new Bad("a program of Windows", "carte.pdf.exe", bytes("MZ\220\0\3\0\0\0"), "file.kind"));
        all.add(new Bad("a program of Linux", "carte.jpg", bytes("\177ELF\2\1\1\0"), "file.kind"));
        all.add(new Bad("a script of a shell", "carte.sh", bytes("#!/bin/sh\nrm -rf /\n"), "file.kind"));
        all.add(new Bad("an old Word document", "cv.doc", bytes("\320\317\21\340\241\261\32\341"), "file.kind"));
        all.add(new Bad("RTF", "cv.rtf", bytes("{\\rtf1 bonjour}"), "file.kind"));
        all.add(new Bad("PostScript", "cv.ps", bytes("%!PS-Adobe-3.0\n"), "file.kind"));
        all.add(new Bad("a name that climbs", "../../etc/passwd", bytes("root:x:0:0"), "file.kind"));
        all.add(new Bad("a name with a null", "carte.pdf\0.exe", bytes("MZ"), "file.kind"));
        all.add(new Bad("the scanners' test file", "eicar.com", bytes(TEST_VIRUS), "file.virus"));
        all.add(new Bad("it within a PDF", "eicar.pdf", bytes(pdf(TEST_VIRUS)), "file.virus"));
        all.add(new Bad("it behind a picture", "eicar.png", joined(png(4, 4), bytes(TEST_VIRUS)), "file.virus"));
        all.add(new Bad("a picture in HEIC", "IMG_0001.HEIC", bytes("\0\0\0\30ftypheic\0\0\0\0mif1heic"), "file.heic"));
        all.add(new Bad("a picture in AVIF", "IMG.avif", bytes("\0\0\0\30ftypavif\0\0\0\0"), "file.heic"));
    }

    private static void archives(List<Bad> all) {
        all.add(new Bad("a zip", "pieces.zip", zip("note.txt", bytes("bonjour")), "file.archive"));
        all.add(new Bad("a zip that calls itself a PDF", "pieces.pdf", zip("a", bytes("b")), "file.archive"));
        all.add(new Bad("a bomb in a zip", "bombe.zip", zip("zeros", new byte[8 << 20]), "file.archive"));
        all.add(new Bad("an Office document", "cv.docx", zip("[Content_Types].xml", bytes("<x/>")), "file.archive"));
        all.add(new Bad("a bomb in gzip", "bombe.gz", gzip(new byte[8 << 20]), "file.archive"));
        all.add(new Bad("7z", "pieces.7z", bytes("7z\274\257\47\34\0\4"), "file.archive"));
        all.add(new Bad("rar", "pieces.rar", bytes("Rar!\32\7\1\0"), "file.archive"));
        var tar = new byte[1024];
        System.arraycopy(bytes("ustar"), 0, tar, 257, 5);
        all.add(new Bad("tar", "pieces.tar", tar, "file.archive"));
    }

    private static void pictures(List<Bad> all) {
        var jpeg = jpeg(40, 30);
        var png = png(40, 30);
        all.add(new Bad("a JPEG cut in half", "coupee.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), "file.damaged"));
        all.add(new Bad("the head of a JPEG alone", "tete.jpg", Arrays.copyOf(jpeg, 20), "file.damaged"));
        all.add(new Bad("a PNG cut in half", "coupee.png", Arrays.copyOf(png, png.length / 2), "file.damaged"));
        all.add(new Bad("the signature of a PNG alone", "tete.png", Arrays.copyOf(png, 8), "file.damaged"));
        var altered = png.clone();
        altered[20] ^= 1;
        all.add(new Bad("a PNG with an altered chunk", "alteree.png", altered, "file.damaged"));
        all.add(new Bad("a PNG of 60 000 by 60 000", "bombe.png", pngThatClaims(60_000, 60_000), "file.dimensions"));
        all.add(new Bad("a PNG of 12 001 by 1", "ligne.png", pngThatClaims(12_001, 1), "file.dimensions"));
        all.add(new Bad("a PNG of nothing", "rien.png", pngThatClaims(0, 10), "file.damaged"));
        all.add(new Bad(
                "a JPEG of 65 000 by 65 000", "bombe.jpg", jpegThatClaims(jpeg, 65_000, 65_000), "file.dimensions"));
        var hidden = zip("secret.txt", bytes("bonjour"));
        all.add(new Bad("a JPEG and a zip in one", "double.jpg", joined(jpeg, hidden), "file.polyglot"));
        all.add(new Bad("a PNG and a zip in one", "double.png", joined(png, hidden), "file.polyglot"));
        all.add(new Bad(
                "a JPEG and a page in one",
                "double.jpg",
                joined(jpeg, bytes("<script>alert(1)</script>")),
                "file.polyglot"));
        all.add(new Bad("a JPEG and a PDF in one", "double.jpg", joined(jpeg, bytes(pdf("x"))), "file.polyglot"));
        all.add(new Bad("a PNG and anything behind", "double.png", joined(png, bytes("x")), "file.polyglot"));
    }

    private static void papers(List<Bad> all) {
        var good = pdf("papier");
        add(all, "a PDF cut in half", good.substring(0, good.length() / 2), "file.damaged");
        add(all, "a PDF of a head alone", "%PDF-1.7\n%%EOF\n", "file.damaged");
        add(all, "a PDF behind something else", "x" + good, "file.kind");
        add(all, "a PDF of an unknown version", good.replace("%PDF-1.7", "%PDF-9.9"), "file.kind");
        add(
                all,
                "a PDF and a page in one",
                good.replace("% papier", "%<html><script>alert(1)</script>"),
                "file.polyglot");
        all.add(new Bad(
                "a PDF and a zip in one", "double.pdf", joined(bytes(good), zip("a", bytes("b"))), "file.polyglot"));
        add(all, "a PDF and a script behind it", good + "<script>alert(1)</script>", "file.polyglot");
        add(
                all,
                "a script when opened",
                pdfWith("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
                "file.pdf_active");
        add(
                all,
                "a script by its escaped name",
                pdfWith("/OpenAction << /S /J#61vaScript /J#53 (x) >>"),
                "file.pdf_active");
        add(all, "a script among the names", pdfWith("/Names << /JavaScript << /Names [] >> >>"), "file.pdf_active");
        add(
                all,
                "a script in an object nobody refers to",
                pdfWith("", "<< /S /JavaScript /JS (x) >>"),
                "file.pdf_active");
        add(all, "a program to start", pdfWith("/OpenAction << /S /Launch /F (cmd.exe) >>"), "file.pdf_active");
        add(
                all,
                "a form that sends",
                pdfWith("/OpenAction << /S /SubmitForm /F (http://x.example) >>"),
                "file.pdf_active");
        add(all, "data taken in", pdfWith("/OpenAction << /S /ImportData /F (x.fdf) >>"), "file.pdf_active");
        add(all, "another file opened", pdfWith("/OpenAction << /S /GoToR /F (x.pdf) >>"), "file.pdf_active");
        add(all, "a form in XFA", pdfWith("/AcroForm << /XFA (x) >>"), "file.pdf_active");
        add(all, "moving pictures", pdfWith("", "<< /Type /Annot /Subtype /RichMedia >>"), "file.pdf_active");
        add(
                all,
                "a file within",
                pdfWith(
                        "/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>",
                        "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
                        "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"),
                "file.pdf_embedded");
        add(all, "a file on a page", pdfWith("", "<< /Type /Annot /Subtype /FileAttachment >>"), "file.pdf_embedded");
        add(
                all,
                "a password",
                pdfWithTrailer(
                        "/Encrypt 4 0 R /ID [<00> <00>]",
                        "<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
                                .formatted("00".repeat(32), "00".repeat(32))),
                "file.pdf_encrypted");
        all.add(new Bad("a stream that swells to 300 MB", "bombe.pdf", swelling(), "file.pdf_big"));
        add(
                all,
                "a page as large as a field",
                pdf(
                        "x",
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200000 200000] >>"),
                "file.dimensions");
        add(
                all,
                "a picture of 100 000 by 100 000 within",
                pdfWith(
                        "",
                        "<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /Length 1 >>\nstream\nx\nendstream"),
                "file.dimensions");
        add(
                all,
                "a PDF without a page",
                pdf("x", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
                "file.damaged");
    }

    private static void add(List<Bad> all, String what, String content, String code) {
        all.add(new Bad(what, "papier.pdf", bytes(content), code));
    }

    /// 300 MB of zeros, written in 300 kB.
    private static byte[] swelling() {
        var deflater = new Deflater(9);
        var packed = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        var buffer = new byte[1 << 16];
        for (int i = 0; i < 300; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.finish();
        while (!deflater.finished()) packed.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        var stream = "<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
                .formatted(packed.size(), packed.toString(StandardCharsets.ISO_8859_1));
        return bytes(pdfWith("", stream));
    }

    static byte[] png(int width, int height) {
        return written(picture(width, height), "png");
    }

    static byte[] jpeg(int width, int height) {
        return written(picture(width, height), "jpeg");
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] pngThatClaims(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var idat = new byte[] {0x78, (byte) 0x9C, 0x03, 0, 0, 0, 0, 1};
        return joined(
                new byte[] {(byte) 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A},
                chunk("IHDR", head.array()),
                chunk("IDAT", idat),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = joined(bytes(type), data);
        var crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] jpegThatClaims(byte[] jpeg, int width, int height) {
        var changed = jpeg.clone();
        for (int at = 2; at + 9 < changed.length; at++) {
            if ((changed[at] & 0xFF) == 0xFF && (changed[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(changed).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return changed;
            }
        }
        throw new IllegalStateException("no frame");
    }

    private static byte[] zip(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
