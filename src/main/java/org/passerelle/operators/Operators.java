package org.passerelle.operators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.operators.core.EntityEdit;
import org.passerelle.operators.core.EntityRules;
import org.passerelle.operators.store.OperatorStore;
import org.passerelle.operators.store.SignOffStore;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The legal entities. Each caller sees those of the current scope only.
@Service
public class Operators {

    private final OperatorStore store;
    private final SignOffStore signOffs;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;
    private final Intents intents;
    private final PaidMonths paid;

    Operators(
            OperatorStore store,
            SignOffStore signOffs,
            Trail trail,
            Laws laws,
            Clock clock,
            Intents intents,
            PaidMonths paid) {
        this.store = store;
        this.signOffs = signOffs;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
        this.intents = intents;
        this.paid = paid;
    }

    /// Brings in a legal entity. Refused: a cooperative's contribution without its vote (CA-14), portage without a
    /// guarantee (PS-22). Called again with the same id it gives the first result. The scope must hold the new id.
    @Transactional
    public Opening open(Operator operator) {
        var law = laws.on(Days.today(clock));
        var findings = new ArrayList<>(EntityRules.findings(operator, law));
        findings.addAll(departure(operator, operator.policies(), law));
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE)) {
            return new Opening.Refused(findings);
        }
        if (store.insert(operator)) {
            var details = Map.of(
                    "frame", operator.frame().name(), "siret", operator.siret().value());
            record(operator, "operator.opened", details);
        }
        return new Opening.Opened(get(operator.id()), findings);
    }

    /// Replaces the file of the entity: everything but id, group, frame (PS-20), VAT number, series and what holds from
    /// a
    /// month on. Papers already issued keep what they said.
    ///
    /// @param seen the revision that the change was made of, see [#revised]
    /// @param intent the caller's id for this act; a replay changes nothing more
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws NoSuchElementException when the scope has no such entity in that frame
    @Transactional
    public Change<Operator> change(Operator operator, int seen, UUID intent) {
        var wish = intents.wish(
                operator.id(),
                intent,
                "operator.change",
                operator,
                operator.iban().value());
        return changed(wish, operator.id(), seen, before -> {
            if (before.frame() != operator.frame()) throw new NoSuchElementException("operator in " + operator.frame());
            var after = operator.with(before.establishments(), before.fees(), before.policies());
            var refusals = refusals(after);
            if (!refusals.isEmpty()) return refusals;
            var fields = EntityEdit.fields(before, after);
            if (!store.update(after)) throw new NoSuchElementException("operator " + operator.id());
            record(after, "operator.changed", Map.of("fields", String.join(", ", fields)));
            return List.of();
        });
    }

    /// Other rates of the establishment, from the first day of a month on that nobody was paid for yet.
    ///
    /// @throws InvalidValue `month.paid`
    @Transactional
    public Change<Operator> establish(OperatorId id, Establishment version, int seen, UUID intent) {
        var wish = intents.wish(id, intent, "operator.establish", version);
        return changed(wish, id, seen, before -> {
            var from = Month.containing(version.from());
            EntityEdit.notPaid(from, lastPaid(id));
            store.establish(id, version);
            record(before, "operator.established", Map.of("month", from.toString()));
            return List.of();
        });
    }

    /// Another fee, from the first day of a month to come. Refused: a cooperative's contribution without its vote
    /// (CA-14).
    ///
    /// @throws InvalidValue `month.paid`, `month.past`
    @Transactional
    public Change<Operator> charge(OperatorId id, FeeTerms terms, int seen, UUID intent) {
        var wish = intents.wish(id, intent, "operator.charge", terms);
        return changed(wish, id, seen, before -> {
            var from = Month.containing(terms.from());
            EntityEdit.toCome(from, lastPaid(id), thisMonth());
            var refusals = refusals(before.with(before.establishments(), List.of(terms), before.policies()));
            if (!refusals.isEmpty()) return refusals;
            store.charge(before, terms);
            var model = EntityEdit.words(before.fee(terms.from()).model()) + " → " + EntityEdit.words(terms.model());
            record(before, "operator.fee_changed", Map.of("month", from.toString(), "fee", model));
            return List.of();
        });
    }

    /// Other policies (SW-06), from a month to come.
    ///
    /// @throws InvalidValue `month.paid`, `month.past`
    @Transactional
    public Change<Operator> decide(OperatorId id, Month from, Policies policies, int seen, UUID intent) {
        var wish = intents.wish(id, intent, "operator.decide", from, policies);
        return changed(wish, id, seen, before -> {
            EntityEdit.toCome(from, lastPaid(id), thisMonth());
            var details = EntityEdit.details(get(id, from).policies(), policies);
            if (details.isEmpty()) return List.of();
            var refusals = departure(before, policies, laws.on(today()));
            if (!refusals.isEmpty()) return refusals;
            store.decide(id, from, policies);
            details.put("month", from.toString());
            record(before, "operator.decided", details);
            return List.of();
        });
    }

    /// Keeps the legal opinion on which a cooperative departs from the three-year rule (CA-40).
    @Transactional
    public void signOff(OperatorId id, SignOff one, UUID intent) {
        var wish = intents.wish(id, intent, "operator.sign_off", one.policy(), one.givenBy(), one.givenOn());
        if (wish.isDone()) return;
        signOffs.keep(id, one, clock.instant());
        intents.keep(wish);
        record(get(id), "operator.signed_off", Map.of("policy", one.policy().name(), "by", one.givenBy()));
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<SignOff> signOffs(OperatorId id) {
        return signOffs.of(id);
    }

    private List<Finding> departure(Operator operator, Policies policies, Law law) {
        if (!operator.isCooperative()) return List.of();
        var held = signOffs.of(operator.id()).stream().map(SignOff::policy).collect(Collectors.toSet());
        return EntityRules.departure(policies.association(), held, law);
    }

    /// @param act does it, or says what refuses
    private Change<Operator> changed(
            Intents.Wish wish, OperatorId id, int seen, Function<Operator, List<Finding>> act) {
        if (wish.isDone()) return new Change.Changed<>(get(id));
        var before = store.lock(id, today()).orElseThrow();
        if (before.revision() != seen) return new Change.Meanwhile<>(before);
        var findings = act.apply(before.value());
        if (!findings.isEmpty()) return new Change.Refused<>(findings);
        intents.keep(wish);
        return new Change.Changed<>(get(id));
    }

    private List<Finding> refusals(Operator operator) {
        var findings = EntityRules.findings(operator, laws.on(today()));
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE) ? findings : List.of();
    }

    /// The entity today and its revision, to be changed.
    ///
    /// @throws NoSuchElementException when the scope has no such entity
    @Transactional(readOnly = true)
    public Revised<Operator> revised(OperatorId id) {
        return store.revised(id, today()).orElseThrow();
    }

    /// The first month from which a fee or a policy may change; rates of the establishment from the month after the
    /// last
    /// that was paid.
    @Transactional(readOnly = true)
    public Month firstToCome(OperatorId id) {
        var last = lastPaid(id);
        return last == null || last.compareTo(thisMonth()) < 0 ? thisMonth() : last.next();
    }

    /// The last month for which the entity paid anybody; null when it paid nobody yet.
    @Transactional(readOnly = true)
    public @Nullable Month lastPaid(OperatorId id) {
        return paid.last(id).orElse(null);
    }

    /// The months from which other policies hold, oldest first.
    @Transactional(readOnly = true)
    public List<Month> decisions(OperatorId id) {
        return store.decisions(id);
    }

    /// What the law finds in the entity today: a guarantee that ends, an insurance that has ended.
    @Transactional(readOnly = true)
    public List<Finding> review(OperatorId id) {
        return EntityRules.findings(get(id), laws.on(Days.today(clock)));
    }

    @Transactional(readOnly = true)
    public Optional<Operator> find(OperatorId id) {
        return store.find(id, today());
    }

    /// @throws NoSuchElementException when the scope has no such entity
    @Transactional(readOnly = true)
    public Operator get(OperatorId id) {
        return find(id).orElseThrow();
    }

    /// The entity as the pay of that month takes it: the policies in force on its last day.
    ///
    /// @throws NoSuchElementException when the scope has no such entity
    @Transactional(readOnly = true)
    public Operator get(OperatorId id, Month month) {
        return store.find(id, month.lastDay()).orElseThrow();
    }

    /// All entities of the current scope, by name.
    @Transactional(readOnly = true)
    public List<Operator> all() {
        return store.all(today());
    }

    @Transactional(readOnly = true)
    public List<Operator> byGroup(GroupId group) {
        return store.all(today()).stream()
                .filter(operator -> operator.group().equals(group))
                .toList();
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private Month thisMonth() {
        return Month.containing(today());
    }

    private void record(Operator operator, String action, Map<String, String> details) {
        trail.record(operator.id(), action, "operator", operator.id().toString(), details);
    }
}
