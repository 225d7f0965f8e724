package org.passerelle.platform.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S-30: one XML factory; DOCTYPE and entities refused, depth and size limited, nothing fetched")
class S30_HostileXmlTest {

    @TempDir
    Path folder;

    @Test
    void a_plain_document_is_read_with_its_five_entities() throws XMLStreamException {
        assertThat(text("<a>&lt;1 &amp; &#233;&gt;<![CDATA[<x>]]></a>", StandardCharsets.UTF_8))
                .isEqualTo("<1 & é><x>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void other_encodings_are_refused_alike(String encoding) {
        refused(
                "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                Charset.forName(encoding));
    }

    @Test
    void no_local_file_is_handed_over() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>", StandardCharsets.UTF_8);
        refused("<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]><a/>", StandardCharsets.UTF_8);
        refused("<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a/>", StandardCharsets.UTF_8);
        var include = "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + secret.toUri()
                + "\" parse=\"text\"/></a>";
        assertThat(text(include, StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void a_billion_laughs_is_refused() {
        var laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused(laughs + "]><l>&l9;</l>", StandardCharsets.UTF_8);
    }

    @Test
    void deep_and_wide_documents_are_refused() {
        refused("<a>".repeat(101) + "</a>".repeat(101), StandardCharsets.UTF_8);
        var attributes = new StringBuilder("<a");
        for (int i = 0; i < 60; i++) attributes.append(" b").append(i).append("=\"\"");
        refused(attributes + "/>", StandardCharsets.UTF_8);
        refused("<" + "n".repeat(300) + "/>", StandardCharsets.UTF_8);
    }

    @Test
    void what_is_cut_off_or_no_xml_is_refused() {
        refused("<a><b>", StandardCharsets.UTF_8);
        refused("", StandardCharsets.UTF_8);
        refused("PK\u0003\u0004", StandardCharsets.UTF_8);
    }

    private static void refused(String document, Charset encoding) {
        assertThatThrownBy(() -> text(document, encoding)).isInstanceOf(XMLStreamException.class);
    }

    private static String text(String document, Charset encoding) throws XMLStreamException {
        var reader = SafeXml.reader(new ByteArrayInputStream(document.getBytes(encoding)));
        var text = new StringBuilder();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.CHARACTERS) text.append(reader.getText());
        }
        return text.toString();
    }
}
