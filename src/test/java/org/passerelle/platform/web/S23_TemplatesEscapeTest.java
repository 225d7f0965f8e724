package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S-23, S-21: what is written on a page is text, and no page carries script or style of its own")
class S23_TemplatesEscapeTest {

    private static final Pattern INLINE =
            Pattern.compile("\\son[a-z]+=|hx-on|\\sstyle=|<style|<script(?! src=)|javascript:|js:");

    @Test
    void a_hostile_value_stays_text() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.passerelle.jte");
        var hostile = "\"><script>alert(1)</script>";
        var html = new StringOutput();
        var field = Field.text("nom", hostile).value(hostile).error(hostile).hint(hostile);
        engine.render("ui/field.jte", Map.of("field", field, "t", Texts.in(Language.FR)), html);
        assertThat(html.toString()).doesNotContain("<script").contains("&lt;script");
    }

    @Test
    void no_template_is_unsafe_or_inline() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            List<Path> guilty = files.filter(f -> f.toString().endsWith(".jte"))
                    .filter(S23_TemplatesEscapeTest::isGuilty)
                    .toList();
            assertThat(guilty).isEmpty();
        }
    }

    private static boolean isGuilty(Path template) {
        try {
            var text = Files.readString(template);
            return text.contains("$unsafe") || INLINE.matcher(text).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
