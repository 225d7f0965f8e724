package org.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What no module does.
@AnalyzeClasses(packages = "org.passerelle", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule S30_no_xml_parser_is_made_elsewhere = noClasses()
            .that()
            .resideOutsideOfPackage("org.passerelle.platform.xml..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("javax\\.xml\\.(parsers|transform|validation|xpath|bind)\\..*"
                    + "|javax\\.xml\\.stream\\.XML(Input|Event)Factory|org\\.xml\\.sax\\..*|org\\.dom4j\\..*"
                    + "|org\\.jdom.*|jakarta\\.xml\\.bind\\..*");

    @ArchTest
    static final ArchRule S38_no_java_serialisation = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.Object(Input|Output)Stream|java\\.beans\\.XMLDecoder"
                    + "|org\\.springframework\\.core\\.serializer\\..*|jakarta\\.servlet\\.http\\.HttpSession"
                    + "|org\\.springframework\\.util\\.SerializationUtils");

    @ArchTest
    static final ArchRule S35_sql_goes_through_statements_with_parameters = noClasses()
            .that()
            .resideOutsideOfPackage("org.passerelle.platform.db..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.sql.Statement.class);

    @ArchTest
    static final ArchRule S39_no_expression_language = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.expression..", "javax.script..", "jakarta.el..");

    @ArchTest
    static void S31_no_library_turns_html_into_pdf(com.tngtech.archunit.core.domain.JavaClasses all) {
        for (var type : List.of(
                "com.openhtmltopdf.pdfboxout.PdfRendererBuilder",
                "org.xhtmlrenderer.pdf.ITextRenderer",
                "com.itextpdf.html2pdf.HtmlConverter",
                "org.apache.fop.apps.FopFactory")) {
            assertThat(HouseTest.class.getClassLoader().getResource(type.replace('.', '/') + ".class"))
                    .as("papers are drawn directly; %s would fetch what a page names", type)
                    .isNull();
        }
    }

    @ArchTest
    static void S23_templates_never_print_unescaped_text(com.tngtech.archunit.core.domain.JavaClasses all)
            throws IOException {
        assertThat(found(
                        Path.of("src/main/jte"),
                        ".jte",
                        Pattern.compile("\\$unsafe|hx-on|javascript:|<script(?! src)|\\sstyle=|\\son[a-z]+=")))
                .isEmpty();
    }

    @ArchTest
    static void S35_no_statement_is_put_together_from_what_was_typed(com.tngtech.archunit.core.domain.JavaClasses all)
            throws IOException {
        // a statement joined with anything but another literal or a constant; names from the catalogue are the
        // exception
        assertThat(found(
                                Path.of("src/main/java"),
                                ".java",
                                Pattern.compile("\\.sql\\(\\s*\"[^;]*?\"\\s*\\+\\s*[a-z]\\w*[\\s+)]"))
                        .stream()
                        .filter(place -> !place.contains("platform/audit/"))
                        // private methods fed with literals of the same class
                        .filter(place -> !place.contains("InvoiceStore.java")))
                .isEmpty();
    }

    private static List<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(result -> file + ": " + result.group()))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
