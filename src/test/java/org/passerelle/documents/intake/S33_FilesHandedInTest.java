package org.passerelle.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.SomeFiles.bytes;
import static org.passerelle.testing.SomeFiles.pdf;
import static org.passerelle.testing.SomeFiles.pdfWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

@DisplayName(
        "S-33: a file is what its content says; what is not a plain picture or paper is refused in a clear sentence")
class S33_FilesHandedInTest {

    static List<BadFiles.Bad> bad() {
        return BadFiles.all();
    }

    @Test
    void the_corpus_is_large_enough() {
        assertThat(bad()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void each_is_refused_and_says_why(BadFiles.Bad bad) {
        for (var guard : Intake.values()) {
            assertThatThrownBy(() -> guard.accept(bad.content()))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, e -> assertThat(e.code()).isEqualTo(bad.code()));
        }
        for (var language : Language.values()) {
            assertThat(Texts.in(language).error(new InvalidValue(bad.code(), "")))
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void a_plain_paper_stays_as_it_came() {
        var paper = bytes(pdf("diplôme"));
        var accepted = Intake.PROOF.accept(paper);
        assertThat(accepted.content()).isEqualTo(paper);
        assertThat(accepted.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void a_picture_is_drawn_anew_without_what_it_told_of_place_and_camera() throws IOException {
        var photo = withExif(BadFiles.jpeg(40, 30), 1);
        assertThat(text(photo)).contains("Lyon 45.76");
        var kept = Intake.PROOF.accept(photo).content();
        assertThat(text(kept)).doesNotContain("Exif", "Lyon 45.76");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(40);
    }

    @DisplayName("a phone held upright gives an upright picture, though the note that said so is gone")
    @ParameterizedTest(name = "held {0}: {1} by {2}, the red half {3}")
    @CsvSource({"1, 40, 30, left", "3, 40, 30, right", "6, 30, 40, top", "8, 30, 40, bottom"})
    void turned(int held, int width, int height, String red) throws IOException {
        var kept = Intake.PROOF.accept(withExif(BadFiles.jpeg(40, 30), held)).content();
        var picture = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        int x = red.equals("left") ? 3 : red.equals("right") ? width - 4 : width / 2;
        int y = red.equals("top") ? 3 : red.equals("bottom") ? height - 4 : height / 2;
        int rgb = picture.getRGB(x, y);
        assertThat(rgb >> 16 & 0xFF).isGreaterThan(rgb & 0xFF);
    }

    @Test
    void what_hangs_behind_a_picture_and_is_no_file_is_left_behind() {
        var trailed = BadFiles.joined(BadFiles.jpeg(40, 30), new byte[500]);
        assertThat(Intake.PROOF.accept(trailed).content().length).isLessThan(trailed.length);
    }

    @Test
    void a_huge_but_lawful_photo_is_brought_to_twelve_million_points() throws IOException {
        var kept = Intake.PROOF.accept(BadFiles.jpeg(6000, 5000)).content();
        var picture = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat((long) picture.getWidth() * picture.getHeight()).isLessThanOrEqualTo(12_000_000L);
    }

    @Test
    void a_receipt_may_be_an_electronic_invoice_and_a_proof_may_not() {
        var invoice = bytes(pdfWith(
                "/Names << /EmbeddedFiles << /Names [(factur-x.xml) 4 0 R] >> >>",
                "<< /Type /Filespec /F (factur-x.xml) /EF << /F 5 0 R >> >>",
                "<< /Type /EmbeddedFile /Length 4 >>\nstream\n<a/>\nendstream"));
        assertThat(Intake.RECEIPT.accept(invoice).content()).isEqualTo(invoice);
        assertThatThrownBy(() -> Intake.PROOF.accept(invoice)).hasMessage("file.pdf_embedded");
        var disguised = bytes(text(invoice).replace("<a/>", "MZ\220\0"));
        assertThatThrownBy(() -> Intake.RECEIPT.accept(disguised)).hasMessage("file.pdf_embedded");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "carte.pdf.exe, carte pdf.pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\Users\\x\\diplôme 2020.PDF, diplôme 2020.pdf",
        "'  ', piece.pdf",
        "<script>.pdf, script.pdf"
    })
    void the_name_leads_nowhere(String given, String kept) {
        assertThat(new Accepted("application/pdf", ".pdf", new byte[0]).named(given, "piece"))
                .isEqualTo(kept);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /// With a note of how the camera was held, and of a place.
    private static byte[] withExif(byte[] jpeg, int held) {
        var tiff = bytes("MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) held + "\0\0\0\0\0\0");
        var body = BadFiles.joined(bytes("Exif\0\0"), tiff, bytes("Lyon 45.76"));
        int length = body.length + 2;
        return BadFiles.joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length},
                body,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }
}
