package org.passerelle.banking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.banking.ImportReport.ImportedStatement;
import org.passerelle.banking.core.InvalidFile;
import org.passerelle.banking.core.LineKeys;
import org.passerelle.banking.core.ReadStatement;
import org.passerelle.banking.core.StatementFile;
import org.passerelle.banking.store.StatementStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Severity;
import org.passerelle.kernel.StatementId;
import org.passerelle.operators.Operators;
import org.passerelle.platform.crypto.Vault;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Bank statements in. What is sure is settled at once; the rest waits in suspense (471) for a person.
@Service
public class Statements {

    private final StatementStore store;
    private final Settling settling;
    private final Operators operators;
    private final Vault vault;
    private final Trail trail;
    private final Clock clock;

    Statements(StatementStore store, Settling settling, Operators operators, Vault vault, Trail trail, Clock clock) {
        this.store = store;
        this.settling = settling;
        this.operators = operators;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /// Takes in a camt.053 file or a CSV. The same file, renamed or not, and files that overlap change nothing twice
    ///
    ///
    /// @throws InvalidFile when it cannot be trusted; then nothing is written
    @Transactional
    public ImportReport importFile(OperatorId operator, byte[] content) {
        var ours = operators.get(operator).iban();
        var read = StatementFile.read(content, ours);
        for (var statement : read) {
            if (!statement.account().equals(ours)) {
                throw new InvalidFile("account", 0, 0, statement.account().masked());
            }
        }
        store.lockDesk(operator);
        var account = vault.fingerprint(operator, "bank.account", ours.value());
        var taken = new ArrayList<Taken>();
        for (var statement : read) taken.add(take(operator, account, statement));
        settling.settleWhatIsSure(operator);
        return report(operator, taken);
    }

    private record Taken(StatementId id, ReadStatement read, boolean known, List<BankLineId> fresh) {}

    private Taken take(OperatorId operator, byte[] account, ReadStatement statement) {
        var hash = LineKeys.content(statement);
        var known = store.known(operator, account, hash);
        if (known.isPresent()) return new Taken(known.get(), statement, true, List.of());
        store.inAnotherLayout(operator, account, statement).ifPresent(other -> {
            throw new InvalidFile("other_layout", 0, 0, other);
        });
        var id = StatementId.random();
        store.insert(operator, id, account, hash, statement, clock.instant());
        var fresh = new ArrayList<BankLineId>();
        int position = 0;
        for (var line : LineKeys.of(statement)) {
            var lineId = BankLineId.random();
            if (store.insert(operator, lineId, account, id, ++position, line)) fresh.add(lineId);
        }
        trail.record(
                operator,
                "statement.imported",
                "statement",
                id.toString(),
                Map.of("number", statement.number(), "lines", Integer.toString(fresh.size())));
        return new Taken(id, statement, false, fresh);
    }

    private ImportReport report(OperatorId operator, List<Taken> taken) {
        Map<BankLineId, BankLineState> states = new HashMap<>();
        for (var line : store.lines(operator)) states.put(line.id(), line.state());
        var statements = taken.stream()
                .map(one -> {
                    int matched = (int) one.fresh().stream()
                            .filter(id -> states.get(id) == BankLineState.MATCHED)
                            .count();
                    var read = one.read();
                    return new ImportedStatement(
                            one.id(),
                            read.number(),
                            read.start(),
                            read.end(),
                            read.opening(),
                            read.closing(),
                            one.known(),
                            one.fresh().size(),
                            read.movements().size() - one.fresh().size(),
                            matched,
                            one.fresh().size() - matched);
                })
                .toList();
        return new ImportReport(statements, gaps(operator));
    }

    /// Statements that follow each other and whose balances do not meet: one is missing, or a file was changed.
    @Transactional(readOnly = true)
    public List<Finding> gaps(OperatorId operator) {
        return store.gaps(operator).stream()
                .map(gap -> new Finding(
                        "BANK-GAP",
                        "",
                        Severity.WARN,
                        "",
                        Map.of(
                                "statement", gap.number(),
                                "opening", gap.opening().toString(),
                                "closing", gap.closingBefore().toString()),
                        Map.of(),
                        gap.day()))
                .toList();
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<BankLine> lines(OperatorId operator) {
        return store.lines(operator);
    }

    /// @throws java.util.NoSuchElementException when the entity has no such line
    @Transactional(readOnly = true)
    public BankLine line(OperatorId operator, BankLineId id) {
        return store.line(operator, id).orElseThrow();
    }

    /// What a line was matched with; empty while it waits.
    @Transactional(readOnly = true)
    public List<MatchedPart> parts(OperatorId operator, BankLineId id) {
        return store.parts(operator, id);
    }

    /// The lines that wait for a person, oldest first, with what they might be.
    @Transactional(readOnly = true)
    public List<Proposal> waiting(OperatorId operator) {
        return settling.proposals(operator);
    }

    /// A person says what a waiting line is. The whole amount has to be spoken for.
    ///
    /// @param intent made by the caller; the same again returns the first result
    /// @throws java.util.NoSuchElementException when the entity has no such line
    @Transactional
    public Assignment assign(OperatorId operator, BankLineId id, List<Allocation> allocations, UUID intent) {
        store.lockDesk(operator);
        var earlier = store.matchedBy(operator, intent);
        if (earlier.isPresent()) {
            return new Assignment.Assigned(store.line(operator, earlier.get()).orElseThrow());
        }
        var line = store.line(operator, id).orElseThrow();
        var merged = new LinkedHashMap<org.passerelle.kernel.InvoiceId, org.passerelle.kernel.Money>();
        for (var one : allocations) {
            merged.merge(one.invoice(), one.amount(), org.passerelle.kernel.Money::plus);
        }
        var shares = merged.entrySet().stream()
                .map(e -> new Allocation(e.getKey(), e.getValue()))
                .toList();
        var findings = settling.obstacles(line, shares, Days.today(clock));
        if (!findings.isEmpty()) return new Assignment.Refused(findings);
        settling.settle(line, shares, "PERSON", intent);
        trail.record(
                operator,
                "bank_line.assigned",
                "bank_line",
                id.toString(),
                Map.of(
                        "invoices",
                        Integer.toString(shares.size()),
                        "amount",
                        line.amount().toString()));
        return new Assignment.Assigned(store.line(operator, id).orElseThrow());
    }

    /// A person says that a waiting line, or what is left of it after the invoices named, belongs to an account.
    ///
    /// @param allocations may be empty: then the whole line
    /// @param intent made by the caller; the same again returns the first result
    /// @throws java.util.NoSuchElementException when the entity has no such line
    @Transactional
    public Assignment post(
            OperatorId operator, BankLineId id, List<Allocation> allocations, PostingAccount account, UUID intent) {
        store.lockDesk(operator);
        var earlier = store.matchedBy(operator, intent);
        if (earlier.isPresent()) {
            return new Assignment.Assigned(store.line(operator, earlier.get()).orElseThrow());
        }
        var line = store.line(operator, id).orElseThrow();
        var findings = settling.obstaclesToPosting(line, allocations, Days.today(clock));
        if (!findings.isEmpty()) return new Assignment.Refused(findings);
        settling.post(line, allocations, account, intent);
        trail.record(
                operator,
                "bank_line.posted",
                "bank_line",
                id.toString(),
                Map.of("account", account.number(), "amount", line.amount().toString()));
        return new Assignment.Assigned(store.line(operator, id).orElseThrow());
    }

    static String reasonKey(Enum<?> reason) {
        return "banking.reason." + reason.name().toLowerCase(Locale.ROOT);
    }
}
