package org.passerelle.marketplace.store;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.ClientKind;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.marketplace.Contact;
import org.passerelle.marketplace.MarketDoor;
import org.passerelle.marketplace.Offer;
import org.passerelle.marketplace.OfferSource;
import org.passerelle.marketplace.OfferState;
import org.passerelle.marketplace.OfferTerms;
import org.passerelle.marketplace.Remote;
import org.passerelle.marketplace.ReportReason;
import org.passerelle.marketplace.Wanted;
import org.passerelle.marketplace.core.SearchWords;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Offers, the words they are found by, and reports about them.
@Repository
public class OfferStore {

    private record Sealed(
            String name,
            @Nullable String siren,
            String email,
            String line1,
            String line2,
            String postcode,
            String city) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "marketplace.offer";
    private static final String[] NONE = {};

    private final JdbcClient jdbc;
    private final Vault vault;

    OfferStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public List<MarketDoor> doors() {
        return jdbc.sql("select * from marketplace.open_doors()")
                .query((row, _) -> new MarketDoor(
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getString("name"),
                        Frame.valueOf(row.getString("frame"))))
                .list();
    }

    public void door(OperatorId operator, boolean open) {
        jdbc.sql("""
                        insert into marketplace.door (operator_id, open) values (?, ?)
                        on conflict (operator_id) do update set open = excluded.open""").param(operator.value()).param(open).update();
    }

    public void insert(Offer offer, Contact contact, @Nullable UUID postedBy) {
        var terms = offer.terms();
        jdbc.sql("""
                        insert into marketplace.offer (operator_id, id, source, state, title, words, activity, client_kind,
                            at_home, skills, low_cents, high_cents, city, remote, days_per_month, starts_on, months,
                            frames, contact_sealed, posted_by, made_at, search)
                        values (:operator, :id, :source, :state, :title, :words, :activity, :kind, :home, :skills, :low,
                            :high, :city, :remote, :days, :start, :months, :frames, :contact, :by, :at,
                            setweight(to_tsvector('marketplace.french', :lookTitle), 'A')
                            || setweight(to_tsvector('marketplace.french', :lookSkills), 'B')
                            || setweight(to_tsvector('marketplace.french', :lookWords), 'C'))""")
                .param("operator", offer.operator().value())
                .param("id", offer.id())
                .param("source", offer.source().name())
                .param("state", offer.state().name())
                .param("title", terms.title())
                .param("words", terms.words())
                .param("activity", terms.activity())
                .param("kind", terms.client().name())
                .param("home", terms.atHome())
                .param("skills", terms.skills().toArray(NONE))
                .param("low", terms.low().cents())
                .param("high", terms.high().cents())
                .param("city", terms.city())
                .param("remote", terms.remote().name())
                .param("days", terms.daysPerMonth())
                .param("start", terms.start())
                .param("months", terms.months())
                .param("frames", offer.frames().stream().map(Enum::name).toArray(String[]::new))
                .param("contact", sealed(offer, contact))
                .param("by", postedBy)
                .param("at", utc(offer.madeAt()))
                .param("lookTitle", SearchWords.plain(terms.title()))
                .param("lookSkills", SearchWords.plain(String.join(" ", terms.skills())))
                .param("lookWords", SearchWords.plain(terms.words() + " " + terms.city()))
                .update();
    }

    public Optional<Offer> find(UUID id) {
        return jdbc.sql("select * from marketplace.offer where id = ?")
                .param(id)
                .query((row, _) -> offer(row, true))
                .optional();
    }

    /// Nobody else decides about it until the transaction ends.
    public Optional<Offer> lock(UUID id) {
        return jdbc.sql("select * from marketplace.offer where id = ? for update")
                .param(id)
                .query((row, _) -> offer(row, true))
                .optional();
    }

    public Contact contact(Offer offer) {
        return jdbc.sql("select contact_sealed from marketplace.offer where operator_id = ? and id = ?")
                .param(offer.operator().value())
                .param(offer.id())
                .query((row, _) -> opened(offer, row.getBytes("contact_sealed")))
                .single();
    }

    /// The entity's offers, the newest first.
    public List<Offer> all(OperatorId operator) {
        return jdbc.sql("""
                        select * from marketplace.offer where operator_id = ?
                        order by state = 'WAITING' desc, made_at desc limit 200""")
                .param(operator.value())
                .query((row, _) -> offer(row, true))
                .list();
    }

    public void state(Offer offer, OfferState state, @Nullable String reason, @Nullable Instant publishedAt) {
        jdbc.sql("""
                        update marketplace.offer
                        set state = :state, reason = :reason, published_at = coalesce(:at::timestamptz, published_at)
                        where operator_id = :operator and id = :id""")
                .param("state", state.name())
                .param("reason", reason)
                .param("at", publishedAt == null ? null : utc(publishedAt))
                .param("operator", offer.operator().value())
                .param("id", offer.id())
                .update();
    }

    /// Makes the offer's words known as words that people mean.
    public void learn(Collection<String> words) {
        jdbc.sql("insert into marketplace.word (word) select unnest(?::text[]) on conflict do nothing")
                .param(words.toArray(NONE))
                .update();
    }

    /// Which of these words stand in a published offer.
    public Set<String> known(Collection<String> words) {
        return Set.copyOf(jdbc.sql("select word from marketplace.word where word = any (?::text[])")
                .param(words.toArray(NONE))
                .query(String.class)
                .list());
    }

    /// Words of published offers that are written much like this one.
    public List<String> near(String word) {
        return jdbc.sql("select word from marketplace.near(?)")
                .param(word)
                .query(String.class)
                .list();
    }

    /// A page of published offers with how many match.
    public record Page(List<Offer> offers, int total) {}

    /// @param houses only these entities' offers; null for all
    /// @param groups words that must be found, each with what means the same
    public Page search(
            @Nullable Collection<OperatorId> houses, List<List<String>> groups, Wanted wanted, @Nullable UUID one) {
        var total = new int[1];
        var offers = jdbc.sql("""
                        select * from marketplace.found(:houses::uuid[], :groups::text[], :frame, :kind, :remote,
                            :least::bigint, :one::uuid, :skip, :most)""")
                .param(
                        "houses",
                        houses == null
                                ? null
                                : houses.stream().map(OperatorId::value).toArray(UUID[]::new))
                .param(
                        "groups",
                        groups.stream().map(words -> String.join("|", words)).toArray(String[]::new))
                .param("frame", wanted.frame() == null ? null : wanted.frame().name())
                .param("kind", wanted.client() == null ? null : wanted.client().name())
                .param(
                        "remote",
                        wanted.remote() == null ? null : wanted.remote().name())
                .param("least", wanted.least() == null ? null : wanted.least().cents())
                .param("one", one)
                .param("skip", (wanted.page() - 1) * Wanted.PAGE)
                .param("most", Wanted.PAGE)
                .query((row, _) -> {
                    total[0] = row.getInt("total");
                    return offer(row, false);
                })
                .list();
        return new Page(offers, total[0]);
    }

    public void report(Offer offer, UUID id, ReportReason reason, Instant at) {
        jdbc.sql("insert into marketplace.report (operator_id, id, offer_id, reason, made_at) values (?, ?, ?, ?, ?)")
                .param(offer.operator().value())
                .param(id)
                .param(offer.id())
                .param(reason.name())
                .param(utc(at))
                .update();
    }

    /// Reasons for which an offer was reported.
    public List<ReportReason> reports(Offer offer) {
        return jdbc.sql("select reason from marketplace.report where operator_id = ? and offer_id = ? order by made_at")
                .param(offer.operator().value())
                .param(offer.id())
                .query((row, _) -> ReportReason.valueOf(row.getString("reason")))
                .list();
    }

    /// Counts a try before it is judged (S-04).
    ///
    /// @param window after which tries are forgotten, `1 day`
    public boolean mayTry(String subject, int free, String window, Instant now) {
        var known = ("marketplace|" + subject).getBytes(StandardCharsets.UTF_8);
        return Boolean.TRUE.equals(jdbc.sql("select identity.try_now(sha256(?), ?, ?, ?::interval, '1 minute')")
                .param(known)
                .param(utc(now))
                .param(free)
                .param(window)
                .query(Boolean.class)
                .single());
    }

    private byte[] sealed(Offer offer, Contact contact) {
        var address = contact.address();
        var siren = contact.siren();
        var plain = new Sealed(
                contact.name(),
                siren == null ? null : siren.value(),
                contact.email(),
                address.line1(),
                address.line2(),
                address.postcode(),
                address.city());
        return vault.seal(offer.operator(), TABLE, "contact", offer.id(), JSON.writeValueAsString(plain));
    }

    private Contact opened(Offer offer, byte[] sealed) {
        var plain = JSON.readValue(vault.open(offer.operator(), TABLE, "contact", offer.id(), sealed), Sealed.class);
        return new Contact(
                plain.name(),
                plain.siren() == null ? null : Siren.of(plain.siren()),
                plain.email(),
                new PostalAddress(plain.line1(), plain.line2(), plain.postcode(), plain.city(), "FR"));
    }

    private static Offer offer(ResultSet row, boolean desk) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        var home = row.getBoolean("at_home");
        boolean unsaid = row.wasNull();
        var terms = new OfferTerms(
                row.getString("title"),
                row.getString("words"),
                row.getString("activity"),
                ClientKind.valueOf(row.getString("client_kind")),
                unsaid ? null : home,
                texts(row.getArray("skills")),
                Money.ofCents(row.getLong("low_cents")),
                Money.ofCents(row.getLong("high_cents")),
                row.getString("city"),
                Remote.valueOf(row.getString("remote")),
                row.getBigDecimal("days_per_month").stripTrailingZeros(),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("months"));
        return new Offer(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("id", UUID.class),
                OfferSource.valueOf(row.getString("source")),
                desk ? OfferState.valueOf(row.getString("state")) : OfferState.PUBLISHED,
                terms,
                texts(row.getArray("frames")).stream().map(Frame::valueOf).toList(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant(),
                desk ? row.getString("reason") : null);
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
