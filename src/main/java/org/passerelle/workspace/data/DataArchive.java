package org.passerelle.workspace.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.passerelle.activity.Expenses;
import org.passerelle.contracts.Contracts;
import org.passerelle.documents.Documents;
import org.passerelle.exits.ExitPaper;
import org.passerelle.exits.ExitPapers;
import org.passerelle.identity.Trail;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.Person;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything about one person in one file to take away (RG-03, BP-04): the data for machines and for people, each
/// payslip with a table of all, the papers that they signed, and their receipts.
@Component
public class DataArchive {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PersonalDataReader reader;
    private final Payslips payslips;
    private final Contracts contracts;
    private final Expenses expenses;
    private final Documents documents;
    private final ExitPapers exits;
    private final Trail trail;
    private final Clock clock;

    DataArchive(
            PersonalDataReader reader,
            Payslips payslips,
            Contracts contracts,
            Expenses expenses,
            Documents documents,
            ExitPapers exits,
            Trail trail,
            Clock clock) {
        this.reader = reader;
        this.payslips = payslips;
        this.contracts = contracts;
        this.expenses = expenses;
        this.documents = documents;
        this.exits = exits;
        this.trail = trail;
        this.clock = clock;
    }

    /// The archive; the trail keeps that it was taken.
    ///
    /// @return a ZIP of `donnees.json`, `donnees.pdf`, `bulletins/`, `contrats/`, `justificatifs/`, `sortie/`
    @Transactional
    public byte[] of(Person person, Texts t) {
        var files = new TreeMap<String, byte[]>();
        var data = reader.of(person);
        files.put("donnees.json", json(data));
        files.put("donnees.pdf", DataPaper.render(data, person.name(), clock.instant(), t));
        payslips(person, files);
        papers(person, files);
        receipts(person, files);
        lastDay(person, files);
        trail.record(
                person.operator(), "person.data_taken", "person", person.id().toString(), Map.of());
        return zip(files);
    }

    private static byte[] json(PersonalData data) {
        var root = JSON.createObjectNode();
        root.put("format", "passerelle-personal-data-1");
        for (var section : data.sections()) root.set(section.name(), JSON.valueToTree(section.rows()));
        return JSON.writeValueAsBytes(root);
    }

    /// BP-04: all payslips at once, with a table in a common form.
    private void payslips(Person person, SortedMap<String, byte[]> files) {
        var table = new StringBuilder("number;month;payDate;gross;netBeforeTax;netPaid;file\n");
        for (var payslip : payslips.history(person.operator(), person.id())) {
            var name = payslip.number() + ".pdf";
            files.put("bulletins/" + name, payslips.pdf(payslip));
            table.append(row(payslip)).append(name).append('\n');
        }
        files.put("bulletins/index.csv", table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String row(IssuedPayslip payslip) {
        return "%s;%s;%s;%s;%s;%s;"
                .formatted(
                        payslip.number(),
                        payslip.month(),
                        payslip.payDate(),
                        payslip.gross(),
                        payslip.netBeforeTax(),
                        payslip.netPaid());
    }

    private void papers(Person person, SortedMap<String, byte[]> files) {
        for (var paper : contracts.of(person.operator(), person.id())) {
            if (paper.sent() != null) files.put("contrats/" + paper.code() + ".pdf", contracts.pdf(paper.id()));
        }
    }

    private void receipts(Person person, SortedMap<String, byte[]> files) {
        reader.months(person)
                .flatMap(month -> expenses.of(person.id(), month).stream())
                .flatMap(expense -> documents.find(expense.receipt()).stream())
                .forEach(receipt -> files.put(
                        "justificatifs/" + receipt.id() + suffix(receipt.mediaType()),
                        documents.content(receipt.id())));
    }

    /// Those who left find the papers of the last day (UN-06).
    private void lastDay(Person person, SortedMap<String, byte[]> files) {
        for (var paper : ExitPaper.values()) {
            if (exits.obstacle(person, paper) != null) continue;
            files.put("sortie/" + paper.slug() + ".pdf", exits.draw(person, paper, null));
        }
    }

    private static String suffix(String mediaType) {
        return "." + mediaType.substring(mediaType.indexOf('/') + 1).replace("jpeg", "jpg");
    }

    /// The same files give the same bytes.
    private static byte[] zip(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
