package org.passerelle.banking.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.banking.CamtFile;
import org.passerelle.kernel.Money;

@DisplayName("R-30, S-30: a bad or hostile statement is refused with its place and reason")
class R30_HostileStatementsTest {

    private static final CamtFile GOOD = CamtFile.statement("RC-2026-11")
            .entry("1200.00", "2026-11-03", "B1", "Atelier Nord", "FA-2026-000001")
            .entry("360.00", "2026-11-04", "B2", "Mairie de Vézelay", "FA 2026 000002")
            .entry("-19.90", "2026-11-05", "B3", "Banque", "Frais");
    private static final String TEXT = GOOD.text();
    private static final String HEAD = TEXT.substring(0, TEXT.indexOf("<Document"));
    private static final String BODY = TEXT.substring(TEXT.indexOf("<Document"));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String old, String replacement) {
        assertThat(TEXT).contains(old);
        return TEXT.replaceFirst(
                java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(replacement));
    }

    private static Map<String, Map.Entry<String, byte[]>> corpus() {
        var files = new LinkedHashMap<String, Map.Entry<String, byte[]>>();
        add(files, "empty", "empty", "");
        add(files, "spaces only", "not_xml", "   \n  ");
        add(files, "not XML", "not_xml", "Date;Libellé;Montant\n2026-11-03;Virement;1200,00\n");
        add(files, "a PDF", "not_xml", "%PDF-1.7 and so on");
        add(files, "billion laughs", "doctype", HEAD + laughs() + BODY.replace("Atelier Nord", "&lol9;"));
        add(
                files,
                "quadratic blow-up",
                "doctype",
                HEAD + "<!DOCTYPE d [<!ENTITY a \"" + "a".repeat(50_000) + "\">]>"
                        + BODY.replace("Atelier Nord", "&a;".repeat(5_000)));
        add(
                files,
                "external entity",
                "doctype",
                HEAD + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + BODY.replace("Atelier Nord", "&x;"));
        add(
                files,
                "external entity by http",
                "doctype",
                HEAD + "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://localhost:1/x\">]>"
                        + BODY.replace("Atelier Nord", "&x;"));
        add(
                files,
                "parameter entity",
                "doctype",
                HEAD + "<!DOCTYPE d [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>" + BODY);
        add(files, "external DTD", "doctype", HEAD + "<!DOCTYPE Document SYSTEM \"http://localhost:1/d.dtd\">" + BODY);
        add(files, "harmless DOCTYPE", "doctype", HEAD + "<!DOCTYPE Document>" + BODY);
        add(files, "undeclared entity", "doctype", with("Atelier Nord", "&secret;"));
        add(
                files,
                "XInclude as root",
                "not_a_statement",
                HEAD + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>");
        add(
                files,
                "XInclude instead of a balance",
                "missing_balance",
                TEXT.replaceFirst(
                        "<Bal>.*CLBD.*</Bal>",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"));
        add(files, "nested 100 000 deep", "too_deep", with("<Id>RC-2026-11</Id>", "<a>".repeat(100_000)));
        add(
                files,
                "nested 60 deep, closed",
                "too_deep",
                with("<Id>RC-2026-11</Id>", "<a>".repeat(60) + "</a>".repeat(60)));
        add(
                files,
                "a million elements in one entry",
                "too_wide",
                with("<RmtInf>", "<x/>".repeat(500_000) + "<RmtInf>"));
        add(files, "ten megabytes of text", "text_too_long", with("Atelier Nord", "x".repeat(10_000_000)));
        add(
                files,
                "ten megabytes of spaces between elements",
                "text_too_long",
                with("<Stmt>", " ".repeat(10_000_000) + "<Stmt>"));
        add(
                files,
                "a huge attribute",
                "text_too_long",
                with("<Amt Ccy=\"EUR\">1200", "<Amt Ccy=\"" + "E".repeat(100_000) + "\">1200"));
        add(
                files,
                "a thousand attributes",
                "not_xml",
                with(
                        "<RmtInf>",
                        "<RmtInf "
                                + String.join(
                                        " ",
                                        IntStream.range(0, 1_000)
                                                .mapToObj(i -> "a" + i + "=''")
                                                .toList()) + ">"));
        add(
                files,
                "the same attribute twice",
                "not_xml",
                with("<Amt Ccy=\"EUR\">1200", "<Amt Ccy=\"EUR\" Ccy=\"EUR\">1200"));
        add(files, "a huge element name", "not_xml", with("<RmtInf>", "<" + "n".repeat(200_000) + ">"));
        add(files, "a NUL", "encoding", with("Atelier", "Ate\0lier"));
        add(files, "a control character", "not_xml", with("Atelier", "Ate\u0001lier"));
        add(files, "a forbidden character reference", "not_xml", with("Atelier", "Ate&#0;lier"));
        add(files, "a second root", "not_xml", TEXT + BODY);
        add(files, "rubbish at the end", "not_xml", TEXT + "rubbish");
        add(files, "crossed tags", "not_xml", with("</BookgDt><ValDt>", "<ValDt></BookgDt>"));
        add(files, "a camt.054 notification", "version", TEXT.replace("camt.053", "camt.054"));
        add(files, "a camt.052 report", "version", TEXT.replace("camt.053", "camt.052"));
        add(files, "our own pain.001", "version", TEXT.replace("camt.053.001.08", "pain.001.001.09"));
        add(files, "a version nobody knows", "version", TEXT.replace("camt.053.001.08", "camt.053.001.99"));
        add(files, "no namespace", "not_a_statement", TEXT.replaceFirst(" xmlns=\"[^\"]*\"", ""));
        add(
                files,
                "a notification in a statement's clothes",
                "not_a_statement",
                TEXT.replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn"));
        add(files, "no statement inside", "no_statement", TEXT.replaceAll("(?s)<Stmt>.*</Stmt>", ""));
        add(files, "closing balance one cent off", "sum", with("2540.10", "2540.11"));
        add(files, "an amount changed", "sum", with(">1200.00<", ">1200.01<"));
        add(files, "the other sign", "sum", with("DBIT", "CRDT"));
        add(files, "no closing balance", "missing_balance", TEXT.replaceFirst("CLBD", "CLAV"));
        add(files, "no opening balance", "missing_balance", TEXT.replaceFirst("OPBD", "OPAV"));
        add(files, "two closing balances", "balance_twice", TEXT.replaceFirst("OPBD", "CLBD"));
        add(files, "three decimals", "amount", with(">1200.00<", ">1200.001<"));
        add(files, "a decimal comma", "amount", with(">1200.00<", ">1200,00<"));
        add(files, "a negative amount", "amount", with(">1200.00<", ">-1200.00<"));
        add(files, "an exponent", "amount", with(">1200.00<", ">1.2e3<"));
        add(files, "a number without end", "amount", with(">1200.00<", ">" + "9".repeat(40) + "<"));
        add(files, "not a number", "amount", with(">1200.00<", ">NaN<"));
        add(files, "no amount", "missing", with("<Amt Ccy=\"EUR\">1200.00</Amt>", ""));
        add(files, "dollars", "currency", with("<Amt Ccy=\"EUR\">1200.00", "<Amt Ccy=\"USD\">1200.00"));
        add(files, "an account in dollars", "currency", with("<Ccy>EUR</Ccy>", "<Ccy>USD</Ccy>"));
        add(files, "30 February", "date", with("<Dt>2026-11-03</Dt>", "<Dt>2026-02-30</Dt>"));
        add(files, "a French date", "date", with("<Dt>2026-11-03</Dt>", "<Dt>03/11/2026</Dt>"));
        add(files, "the year 1026", "date", with("<Dt>2026-11-03</Dt>", "<Dt>1026-11-03</Dt>"));
        add(files, "booked after the end", "date_after", with("<Dt>2026-11-03</Dt>", "<Dt>2026-12-03</Dt>"));
        add(files, "ends before it begins", "date_order", TEXT.replace("2026-11-08T23", "2026-10-08T23"));
        add(
                files,
                "no date at all",
                "missing",
                with("<BookgDt><Dt>2026-11-03</Dt></BookgDt><ValDt><Dt>2026-11-03</Dt></ValDt>", ""));
        add(files, "an IBAN with a wrong key", "iban", with("FR14", "FR15"));
        add(files, "no account", "missing", TEXT.replaceFirst("<Acct>.*</Acct>", ""));
        add(files, "no statement number", "missing", with("<Id>RC-2026-11</Id>", ""));
        add(files, "no direction", "missing", TEXT.replaceFirst("(1200.00</Amt>)<CdtDbtInd>CRDT</CdtDbtInd>", "$1"));
        add(
                files,
                "neither in nor out",
                "indicator",
                TEXT.replaceFirst("(1200.00</Amt>)<CdtDbtInd>CRDT", "$1<CdtDbtInd>BOTH"));
        add(files, "no state", "missing", TEXT.replaceFirst("<Sts><Cd>BOOK</Cd></Sts>", ""));
        add(
                files,
                "a count that is wrong",
                "count",
                with("<Ntry>", "<TxsSummry><TtlNtries><NbOfNtries>7</NbOfNtries></TtlNtries></TxsSummry><Ntry>"));
        add(
                files,
                "details that do not add up",
                "sum_details",
                TEXT.replaceFirst(
                        "(?s)<TxDtls>.*?</TxDtls>",
                        "<TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls><TxDtls><Amt Ccy=\"EUR\">2.00</Amt></TxDtls>"));
        for (var name :
                new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "windows-1252", "IBM037"}) {
            var bytes = TEXT.replace("UTF-8", name).getBytes(Charset.forName(name));
            files.put("in " + name, Map.entry("encoding", bytes));
        }
        add(files, "declared as UTF-7", "encoding", TEXT.replace("UTF-8", "UTF-7"));
        add(files, "declared as something unknown", "encoding", TEXT.replace("UTF-8", "x-klingon"));
        for (int length = 512; length < utf8(TEXT).length; length += 512) {
            files.put("cut off after " + length + " bytes", Map.entry("not_xml", Arrays.copyOf(utf8(TEXT), length)));
        }
        return files;
    }

    private static void add(Map<String, Map.Entry<String, byte[]>> files, String name, String code, String text) {
        files.put(name, Map.entry(code, utf8(text)));
    }

    private static String laughs() {
        var entities = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY lol%d \"%s\">".formatted(i, ("&lol" + (i - 1) + ";").repeat(10)));
        }
        return entities.append("]>").toString();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> files() {
        return corpus().entrySet().stream()
                .map(e -> org.junit.jupiter.params.provider.Arguments.of(
                        e.getKey(), e.getValue().getKey(), e.getValue().getValue()));
    }

    @Test
    void the_sound_file_is_read_so_that_each_refusal_has_its_own_cause() {
        assertThat(Camt053.read(GOOD.bytes()).getFirst().movements()).hasSize(3);
        assertThat(corpus()).hasSizeGreaterThan(70);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void is_refused(String name, String code, byte[] file) {
        assertThatThrownBy(() -> Camt053.read(file)).isInstanceOfSatisfying(InvalidFile.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            if (file.length > 0) {
                assertThat(refusal.line()).isPositive();
                assertThat(refusal.column()).isPositive();
            }
            assertThat(String.join("", refusal.data())).hasSizeLessThan(300);
        });
    }

    @Test
    void more_than_fifty_megabytes_are_not_even_opened() {
        assertThatThrownBy(() -> Camt053.read(new byte[Camt053.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.code()).isEqualTo("too_large"));
    }

    /// Whatever a byte becomes: the file is refused, or it still adds up. Never anything else.
    @ParameterizedTest(name = "seed {0}")
    @org.junit.jupiter.params.provider.ValueSource(longs = {1, 20261123, 4711})
    void a_thousand_mutations_with_seed(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            var file = mutated(random, GOOD.bytes());
            try {
                for (var statement : Camt053.read(file)) {
                    var sum = statement.movements().stream()
                            .map(ReadMovement::amount)
                            .reduce(statement.opening(), Money::plus);
                    assertThat(sum).as("seed %d round %d", seed, round).isEqualTo(statement.closing());
                }
            } catch (InvalidFile refusal) {
                assertThat(refusal.code()).as("seed %d round %d", seed, round).isNotBlank();
            }
        }
    }

    private static byte[] mutated(Random random, byte[] file) {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(file);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            var before = bytes.toByteArray();
            if (before.length == 0) break;
            int at = random.nextInt(before.length);
            int length = Math.min(before.length - at, 1 + random.nextInt(60));
            bytes.reset();
            bytes.write(before, 0, at);
            switch (random.nextInt(4)) {
                case 0 -> bytes.write(random.nextInt(256));
                case 1 -> {}
                case 2 -> {
                    bytes.write(before, at, length);
                    bytes.write(before, at, length);
                }
                default -> bytes.write("<&>\"'0-9]]>".charAt(random.nextInt(11)));
            }
            if (random.nextInt(4) == 0) at += length;
            else at += 1;
            if (at < before.length) bytes.write(before, at, before.length - at);
        }
        return bytes.toByteArray();
    }
}
