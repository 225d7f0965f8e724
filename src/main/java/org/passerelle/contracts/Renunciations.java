package org.passerelle.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.contracts.store.RenunciationStore;
import org.passerelle.identity.Trail;
import org.passerelle.law.Delays;
import org.passerelle.law.Laws;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.operators.Operators;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A private individual withdraws online from a quote that they signed, while the law lets them (CO-03, CO-06). No
/// reason is asked. The acknowledgement goes by mail with content, day and hour; the entity is told at once.
@Component
public class Renunciations {

    private static final WorkingDays DAYS = WorkingDays.in(Territory.FRANCE);

    private final Contracts contracts;
    private final RenunciationStore store;
    private final Operators operators;
    private final Outbox outbox;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;
    private final Texts texts = Texts.in(Language.FR);

    Renunciations(
            Contracts contracts,
            RenunciationStore store,
            Operators operators,
            Outbox outbox,
            Trail trail,
            Laws laws,
            Clock clock) {
        this.contracts = contracts;
        this.store = store;
        this.operators = operators;
        this.outbox = outbox;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Renunciation> of(Contract contract) {
        return store.of(contract);
    }

    /// The last day on which it may be declared; empty for papers without that right, after that day, or once declared.
    @Transactional(readOnly = true)
    public Optional<LocalDate> openUntil(Contract contract) {
        var sealed = contract.sealed();
        if (contract.kind() != PaperKind.CONSUMER_QUOTE || sealed == null) return Optional.empty();
        if (store.of(contract).isPresent()) return Optional.empty();
        var concluded = Days.of(sealed.at());
        var last = Delays.consumerWithdrawal(concluded, DAYS, laws.on(concluded));
        return Days.today(clock).isAfter(last) ? Optional.empty() : Optional.of(last);
    }

    /// Declares it; a second time gives the first declaration.
    ///
    /// @param email where the acknowledgement goes
    /// @return empty when the law gives no such right, or not any more
    @Transactional
    public Optional<Renunciation> declare(Contract contract, String name, String email) {
        var before = store.of(contract);
        if (before.isPresent()) return before;
        var last = openUntil(contract);
        if (last.isEmpty()) return Optional.empty();
        var one = new Renunciation(
                contract.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), name, email, last.get());
        var sealed = Objects.requireNonNull(contract.sealed());
        if (!store.insert(contract, one, sealed.sha256())) return store.of(contract);
        trail.record(
                contract.operator(),
                "contract.renounced",
                "contract",
                contract.id().toString(),
                Map.of("sha256", sealed.sha256()));
        var house = operators.get(contract.operator());
        var content = texts.localize(
                "contracts.renounce.statement",
                name,
                contract.code(),
                contracts.paper(contract.id()).title(),
                house.name(),
                texts.moment(one.at()));
        outbox.queue(
                "contract.renounced." + contract.id(),
                new Mail(
                        email,
                        texts.localize("contracts.renounce.mail.subject"),
                        texts.localize("contracts.renounce.mail.text", content)));
        outbox.queue(
                "contract.renounced.house." + contract.id(),
                new Mail(
                        house.email(),
                        texts.localize("contracts.renounce.house.subject", contract.code()),
                        texts.localize("contracts.renounce.house.text", content)));
        return Optional.of(one);
    }
}
