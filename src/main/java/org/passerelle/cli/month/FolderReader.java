package org.passerelle.cli.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.core.Camt053;
import org.passerelle.banking.core.InvalidFile;
import org.passerelle.banking.core.TargetDays;
import org.passerelle.cli.month.MonthFolder.ActivityLine;
import org.passerelle.cli.month.MonthFolder.Entity;
import org.passerelle.cli.month.MonthFolder.ExpenseLine;
import org.passerelle.cli.month.MonthFolder.Group;
import org.passerelle.cli.month.MonthFolder.MissionLine;
import org.passerelle.cli.month.MonthFolder.StatementFile;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Month;

/// Reads the files one after the other; what a file names must have been read from one before it.
final class FolderReader {

    private final Sources sources;
    private final Map<String, House> houses = new LinkedHashMap<>();
    private @Nullable Month month;
    private LocalDate invoiceDate = LocalDate.EPOCH;
    private LocalDate payDate = LocalDate.EPOCH;

    FolderReader(Sources sources) {
        this.sources = sources;
    }

    MonthFolder read() {
        month();
        var groups = new LinkedHashMap<GroupId, Group>();
        houses.putAll(OperatorsFile.read(sources, groups));
        PeopleFile.read(sources, houses);
        ClientsFile.read(sources, houses);
        MissionsFile.read(sources, houses);
        var activity = ActivityFile.read(sources, houses, month);
        var expenses = ExpensesFile.read(sources, houses, month);
        var statements = statements();
        if (!sources.problems().isEmpty() || month == null) throw new BadFolder(sources.problems());
        return folder(month, groups, activity, expenses, statements);
    }

    private MonthFolder folder(
            Month of,
            Map<GroupId, Group> groups,
            List<ActivityLine> activity,
            List<ExpenseLine> expenses,
            List<StatementFile> statements) {
        var missions = new ArrayList<MissionLine>();
        houses.values().forEach(house -> missions.addAll(house.missions().values()));
        return new MonthFolder(
                of,
                invoiceDate,
                payDate,
                List.copyOf(groups.values()),
                houses.values().stream()
                        .map(house -> new Entity(house.code(), house.operator(), house.papers()))
                        .toList(),
                houses.values().stream()
                        .flatMap(house -> house.people().values().stream())
                        .toList(),
                houses.values().stream()
                        .flatMap(house -> house.clients().values().stream())
                        .toList(),
                missions,
                activity,
                expenses,
                statements,
                sources.places());
    }

    private void month() {
        var json = Json.read(sources, "month.json");
        if (json == null) return;
        var row = json.row(sources, "month.json", Set.of("month", "invoice_date", "pay_date"), Set.of());
        var read = row.read("month", Month::of);
        invoiceDate = row.day("invoice_date");
        payDate = row.day("pay_date");
        if (row.isBad()) return;
        if (invoiceDate.isBefore(read.firstDay())
                || invoiceDate.isAfter(read.next().lastDay())) {
            row.problem("invoice_date", "invoice_date", invoiceDate.toString());
        }
        if (payDate.isBefore(invoiceDate)) row.problem("pay_date", "pay_date", payDate.toString());
        if (!TargetDays.isOpen(payDate)) {
            row.problem(
                    "pay_date",
                    "pay_date_closed",
                    payDate.toString(),
                    TargetDays.onOrAfter(payDate).toString());
        }
        month = read;
    }

    private List<StatementFile> statements() {
        var statements = new ArrayList<StatementFile>();
        for (var name : sources.names("bank", ".xml")) {
            var content = sources.bytes(name);
            if (content == null) continue;
            try {
                var ibans = Camt053.read(content).stream()
                        .map(statement -> statement.account())
                        .distinct()
                        .toList();
                if (ibans.size() > 1)
                    throw new InvalidFile("account", 1, 1, ibans.getLast().masked());
                var owner = houses.values().stream()
                        .filter(house -> house.operator().iban().equals(ibans.getFirst()))
                        .findFirst();
                if (owner.isPresent()) {
                    statements.add(
                            new StatementFile(name, owner.get().operator().id(), content));
                } else if (!houses.isEmpty()
                        && sources.problems().stream().noneMatch(p -> p.file().equals("operators.json"))) {
                    throw new InvalidFile("account", 1, 1, ibans.getFirst().masked());
                }
            } catch (InvalidFile invalid) {
                sources.problem(Problem.of(name, invalid));
            }
        }
        return statements;
    }
}
