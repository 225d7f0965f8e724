package org.passerelle.cli.month;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.cli.month.MonthResult.OfEntity;
import org.passerelle.clients.Clients;
import org.passerelle.compte.Compte;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Ledger;
import org.passerelle.missions.Mission;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.stereotype.Component;

/// Gathers the papers of a month: by file name, always the same bytes for the same folder.
@Component
public class MonthFiles {

    private final Documents documents;
    private final Payslips payslips;
    private final PaymentOrders orders;
    private final Ledger ledger;
    private final Compte compte;
    private final Contracts contracts;
    private final Clients clients;
    private final Clock clock;

    MonthFiles(
            Documents documents,
            Payslips payslips,
            PaymentOrders orders,
            Ledger ledger,
            Compte compte,
            Contracts contracts,
            Clients clients,
            Clock clock) {
        this.documents = documents;
        this.payslips = payslips;
        this.orders = orders;
        this.ledger = ledger;
        this.compte = compte;
        this.contracts = contracts;
        this.clients = clients;
        this.clock = clock;
    }

    public SortedMap<String, byte[]> gather(MonthFolder folder, MonthResult result) {
        var files = new TreeMap<String, byte[]>();
        var report = new Report(result.month());
        for (var entity : result.entities()) {
            var scope = Scope.system(entity.operator().id());
            Scopes.run(scope, () -> {
                papers(folder, entity, files);
                contracts(entity, files);
                var balances = accounts(folder, entity, files);
                report.add(entity, balances);
            });
        }
        files.put("bilan.json", report.text().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private void papers(MonthFolder folder, OfEntity entity, Map<String, byte[]> files) {
        var operator = entity.operator();
        var codes = new TreeMap<String, String>();
        entity.people().forEach(person -> codes.put(person.id().toString(), person.code()));
        for (var invoice : entity.invoices()) {
            files.put("factures/" + invoice.number() + ".pdf", documents.content(invoice.pdf()));
        }
        for (var payslip : entity.payroll().payslips()) {
            var code = codes.get(payslip.person().toString());
            files.put("bulletins/%s-%s-%s.pdf".formatted(entity.code(), payslip.number(), code), payslips.pdf(payslip));
        }
        var payments = entity.payments();
        if (payments != null) {
            files.put("sepa/%s-%s".formatted(entity.code(), payments.fileName()), orders.content(payments));
        }
        for (int year = folder.month().year(); year <= folder.payDate().getYear(); year++) {
            files.put("fec/%sFEC%d1231.txt".formatted(operator.siret().siren(), year), ledger.fec(operator.id(), year));
        }
    }

    /// Each person's contract and the papers of each agreed mission, sealed by the entity; what lacks a mandatory
    /// mention is a draft and bears no seal.
    private void contracts(OfEntity entity, Map<String, byte[]> files) {
        for (var person : entity.people()) {
            var agreed = entity.missions().stream()
                    .filter(mission -> mission.isAgreed() && mission.person().equals(person.id()))
                    .toList();
            var own = Contracts.kindOf(person.employment().kind());
            if (!own.isOfMission()) contract(entity, own, person, null, files);
            for (var mission : agreed) {
                if (own.isOfMission()) contract(entity, own, person, mission, files);
                var client = clients.get(mission.client());
                for (var kind : Contracts.kindsOf(person.employment().kind(), client)) {
                    contract(entity, kind, person, mission, files);
                }
            }
        }
    }

    private void contract(
            OfEntity entity, PaperKind kind, Person person, @Nullable Mission mission, Map<String, byte[]> files) {
        var code = mission == null ? person.code() : mission.code();
        var name =
                "contrats/%s-%s-%s".formatted(entity.code(), code, kind.code().replace('_', '-'));
        contracts
                .offer(kind, person, mission, code)
                .ifPresentOrElse(
                        file -> files.put(name + ".pdf", file),
                        () -> files.put(name + "-projet.pdf", contracts.outline(kind, person, mission, code)));
    }

    private Map<PersonId, Balance> accounts(MonthFolder folder, OfEntity entity, Map<String, byte[]> files) {
        var balances = new java.util.HashMap<PersonId, Balance>();
        for (var person : entity.people()) {
            var account = compte.of(entity.operator().id(), person.id());
            balances.put(person.id(), Balance.of(account));
            files.put(
                    "comptes/%s-%s-%s.pdf".formatted(entity.code(), person.code(), folder.month()),
                    AccountPaper.pdf(
                            entity.operator(), person, folder.month(), folder.payDate(), clock.instant(), account));
        }
        return balances;
    }
}
