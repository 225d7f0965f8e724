package org.passerelle.cli.month;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.ImportReport;
import org.passerelle.banking.PaymentFile;
import org.passerelle.banking.Proposal;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.PayrollRun;
import org.passerelle.people.Person;

/// What a month came to, entity by entity.
public record MonthResult(Month month, List<OfEntity> entities) {

    public MonthResult {
        entities = List.copyOf(entities);
    }

    /// @param invoices by number, after the bank's statements
    /// @param waiting movements that no rule could place
    /// @param payments null when nobody was to be paid
    public record OfEntity(
            String code,
            Operator operator,
            List<Person> people,
            List<Mission> missions,
            List<IssuedInvoice> invoices,
            List<ImportReport> statements,
            List<Proposal> waiting,
            PayrollRun payroll,
            @Nullable PaymentFile payments) {

        public OfEntity {
            people = List.copyOf(people);
            missions = List.copyOf(missions);
            invoices = List.copyOf(invoices);
            statements = List.copyOf(statements);
            waiting = List.copyOf(waiting);
        }
    }
}
