package org.passerelle.documents.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.InvalidValue;

@DisplayName("S-33: a telephone's picture becomes a JPEG by a program of the machine, or is refused with the remedy")
class HeicTest {

    @TempDir
    Path folder;

    private static byte[] picture() throws IOException {
        try (var file = HeicTest.class.getResourceAsStream("/pictures/phone.heic")) {
            return requireNonNull(file).readAllBytes();
        }
    }

    /// On a machine with a converter the picture is kept, on another it is refused: both are looked at.
    @Test
    void what_this_machine_does() throws IOException {
        if (Heics.ofThisMachine().isThere()) {
            var kept = Intake.PROOF.accept(picture());
            assertThat(kept.mediaType()).isEqualTo("image/jpeg");
            var seen = ImageIO.read(new ByteArrayInputStream(kept.content()));
            assertThat(seen.getWidth()).isEqualTo(64);
            assertThat(seen.getHeight()).isEqualTo(40);
        } else {
            assertThatThrownBy(() -> Intake.PROOF.accept(picture()))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, told -> assertThat(told.code()).isEqualTo("file.heic"));
        }
    }

    @Test
    void what_a_converter_gives_is_what_comes_out() throws IOException {
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", drawn);
        var jpeg = drawn.toByteArray();
        Files.write(folder.resolve("answer"), jpeg);
        assertThat(with("cp " + folder.resolve("answer") + " \"$2\"").jpeg(picture()))
                .isEqualTo(jpeg);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"exit 1", "exit 0", "echo '<svg onload=alert(1)>' > \"$2\"", "cp \"$1\" \"$2\"", "kill -9 $$"})
    void a_converter_that_fails_or_gives_no_jpeg_is_a_refusal(String script) throws IOException {
        var broken = with(script);
        assertThatThrownBy(() -> broken.jpeg(picture()))
                .isInstanceOfSatisfying(
                        InvalidValue.class, told -> assertThat(told.code()).isEqualTo("file.heic"));
    }

    @Test
    void without_a_converter_it_is_refused() {
        assertThatThrownBy(() -> new Heics(List.of()).jpeg(picture())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Heics(List.of("/nowhere/at/all")).jpeg(picture()))
                .isInstanceOf(InvalidValue.class);
    }

    private Heics with(String script) throws IOException {
        var file = Files.writeString(folder.resolve("converter.sh"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Heics(List.of("/bin/sh", file.toString()));
    }
}
