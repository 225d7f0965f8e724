package org.passerelle.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.invoicing.core.Flux10Writer;
import org.passerelle.testing.Flux10Rules;

@DisplayName("./passerelle corpus --out DIR")
class CorpusCommandTest {

    @TempDir
    Path folder;

    @Test
    void it_writes_the_same_bytes_each_time() throws Exception {
        var first = folder.resolve("a");
        var second = folder.resolve("b");
        assertThat(CorpusCommand.write(first)).isEqualTo(CorpusCommand.write(second));
        var files = files(first);
        assertThat(files).isEqualTo(files(second));
        assertThat(files.keySet())
                .filteredOn(name -> name.startsWith("facturx/"))
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(name -> name.endsWith(".pdf"));
        assertThat(files.keySet()).filteredOn(name -> name.startsWith("cii/")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(files.keySet()).filteredOn(name -> name.startsWith("ubl/")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("flux10/"));
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("sepa/"));
    }

    @Test
    void wrong_words_are_told() {
        var err = new ByteArrayOutputStream();
        assertThat(CorpusCommand.run(new String[] {"elsewhere"}, new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--out DIR");
    }

    @Test
    @DisplayName("EI-04, EI-05: the e-reports of the month keep the rules of flux 10")
    void EI_04_the_e_reports_keep_the_rules() throws Exception {
        var reports = CorpusReports.of(CorpusInvoices.all().values());
        assertThat(reports).hasSizeGreaterThanOrEqualTo(6);
        for (var report : reports.entrySet()) {
            assertThat(Flux10Rules.complaints(Flux10Writer.write(report.getValue())))
                    .as(report.getKey())
                    .isEmpty();
        }
    }

    private static Map<String, String> files(Path folder) throws Exception {
        var found = new TreeMap<String, String>();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                found.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }
}
