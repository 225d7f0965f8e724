package org.passerelle.cli.month;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.clients.Client;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.missions.MissionTerms;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// A month as a folder of files tells it (docs/month-folder.md): checked as a whole, ready to be lived through
/// the same front doors as on the screens.
///
/// @param operators in the order of their file
/// @param statements bank files in the order of their names
/// @param places where people and entities stand, by their ids
public record MonthFolder(
        Month month,
        LocalDate invoiceDate,
        LocalDate payDate,
        List<Group> groups,
        List<Entity> operators,
        List<Person> people,
        List<Client> clients,
        List<MissionLine> missions,
        List<ActivityLine> activity,
        List<ExpenseLine> expenses,
        List<StatementFile> statements,
        Map<Object, Place> places) {

    public MonthFolder {
        groups = List.copyOf(groups);
        operators = List.copyOf(operators);
        people = List.copyOf(people);
        clients = List.copyOf(clients);
        missions = List.copyOf(missions);
        activity = List.copyOf(activity);
        expenses = List.copyOf(expenses);
        statements = List.copyOf(statements);
        places = Map.copyOf(places);
    }

    public record Group(GroupId id, String name) {}

    /// @param code how the folder names the entity
    /// @param papers what its contracts say beyond its file, by the key of the fact; may be empty
    public record Entity(String code, Operator operator, Map<String, String> papers) {

        public Entity {
            papers = Map.copyOf(papers);
        }
    }

    public record MissionLine(Place place, String code, Person person, Client client, MissionTerms terms) {}

    /// @param mission code, null when the day was not spent on one
    public record ActivityLine(
            Place place,
            Person person,
            LocalDate day,
            ActivityKind kind,
            @Nullable String mission,
            BigDecimal quantity,
            ActivityUnit unit) {}

    /// @param number counts the lines of the file, so that two equal ones are two expenses
    /// @param receipt content of the receipt's file
    public record ExpenseLine(
            int number,
            Person person,
            LocalDate day,
            ExpenseCategory category,
            String label,
            @Nullable String mission,
            Money gross,
            Money vat,
            boolean rebilled,
            String receiptName,
            byte[] receipt) {}

    public record StatementFile(String name, OperatorId operator, byte[] content) {}

    /// Reads the whole folder and checks it.
    ///
    /// @throws BadFolder with every problem that could be found, each with file, line and column
    public static MonthFolder read(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new BadFolder(List.of(Problem.of(folder.toString(), 0, 0, "", "folder_missing")));
        }
        return new FolderReader(new Sources(root)).read();
    }
}
