package org.passerelle.deadlines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.deadlines.store.ClockStore;
import org.passerelle.deadlines.store.FeedStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.operators.Operators;
import org.passerelle.platform.crypto.Vault;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Calendars by a secret link, for the telephone or the office suite. Whoever has the link reads the deadlines: their
/// titles and days, never a figure. The owner revokes it; it also ends with their role.
@Service
public class Calendars {

    private static final String USE = "deadlines.calendar";

    private final FeedStore feeds;
    private final ClockStore clocks;
    private final Operators operators;
    private final Vault vault;
    private final Intents intents;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate inScope;

    Calendars(
            FeedStore feeds,
            ClockStore clocks,
            Operators operators,
            Vault vault,
            Intents intents,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.feeds = feeds;
        this.clocks = clocks;
        this.operators = operators;
        this.vault = vault;
        this.intents = intents;
        this.trail = trail;
        this.clock = clock;
        this.inScope = new TransactionTemplate(transactions);
        this.inScope.setReadOnly(true);
    }

    /// A link of somebody.
    ///
    /// @param token the secret part, or null when the house's key has changed since: then a new link is needed
    public record Link(
            UUID id, OperatorId operator, @Nullable String token) {}

    /// Makes a link; the same intent again makes none.
    @Transactional
    public void open(OperatorId operator, UserId user, UUID intent) {
        var wish = intents.wish(operator, intent, "deadline.calendar", user);
        if (wish.isDone()) return;
        var id = UUID.randomUUID();
        feeds.insert(operator, id, intent, user, hash(token(operator, id)), clock.instant());
        intents.keep(wish);
        trail.record(operator, "calendar.opened", "user", user.toString(), Map.of("calendar", id.toString()));
    }

    @Transactional(readOnly = true)
    public List<Link> of(UserId user) {
        return feeds.of(user).stream()
                .map(link -> {
                    var token = token(link.operator(), link.id());
                    return new Link(
                            link.id(), link.operator(), MessageDigest.isEqual(hash(token), link.hash()) ? token : null);
                })
                .toList();
    }

    /// Ends a link at once; one that has ended stays ended.
    ///
    /// @throws NoSuchElementException when this person has no such link
    @Transactional
    public void revoke(UserId user, UUID id) {
        var operator = feeds.revoke(user, id, clock.instant());
        if (operator.isEmpty() && !feeds.knows(user, id)) throw new NoSuchElementException("calendar " + id);
        operator.ifPresent(
                of -> trail.record(of, "calendar.revoked", "user", user.toString(), Map.of("calendar", id.toString())));
    }

    /// The calendar behind a link, as a file of RFC 5545.
    ///
    /// @return empty when there is no such link, or it has ended
    public Optional<byte[]> read(String token, Texts t) {
        if (token.length() > 128) return Optional.empty();
        return feeds.byHash(hash(token))
                .map(found -> Scopes.call(
                        Scope.of("calendar", found.operator()),
                        () -> inScope.execute(_ -> {
                            var name = operators.get(found.operator()).name();
                            var open = clocks.open(found.operator(), found.everything() ? null : found.user());
                            return CalendarFile.write(name, open, clock.instant(), t);
                        })));
    }

    private String token(OperatorId operator, UUID id) {
        return HexFormat.of().formatHex(vault.fingerprint(operator, USE, id.toString()));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
