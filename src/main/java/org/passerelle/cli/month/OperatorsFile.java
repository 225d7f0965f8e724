package org.passerelle.cli.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.month.MonthFolder.Group;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;
import org.passerelle.operators.CollectiveAgreement;
import org.passerelle.operators.Establishment;
import org.passerelle.operators.FeeModel;
import org.passerelle.operators.FeeTerms;
import org.passerelle.operators.FeeVote;
import org.passerelle.operators.Guarantee;
import org.passerelle.operators.Insurer;
import org.passerelle.operators.Mediator;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Policies;

/// operators.json: the legal entities.
final class OperatorsFile {

    private static final String FILE = "operators.json";
    private static final Set<String> PLAIN = Set.of(
            "code",
            "group",
            "frame",
            "name",
            "legal_form",
            "capital",
            "rcs_city",
            "siret",
            "vat",
            "ape",
            "email",
            "iban",
            "bic",
            "series");
    private static final Set<String> NESTED =
            Set.of("address", "agreement", "guarantee", "insurer", "mediator", "establishment", "fee", "contracts");
    private static final Set<String> PAPERS = Set.of("signatory", "pension", "provident", "statutes");
    private static final Set<String> ADDRESS = Set.of("line1", "line2", "postcode", "city", "country");

    private enum FeeKind {
        PERCENT,
        FLAT_MONTHLY,
        TIERED,
        CAPPED
    }

    private final Sources sources;
    private final Map<GroupId, Group> groups;

    private OperatorsFile(Sources sources, Map<GroupId, Group> groups) {
        this.sources = sources;
        this.groups = groups;
    }

    static Map<String, House> read(Sources sources, Map<GroupId, Group> groups) {
        var houses = new LinkedHashMap<String, House>();
        var json = Json.read(sources, FILE);
        if (json == null) {
            sources.spoil("operator", "", "*");
            return houses;
        }
        if (json.kind() != Json.Kind.LIST || json.items().isEmpty()) {
            sources.problem(Problem.of(FILE, json.line(), json.column(), "", "json_list"));
            sources.spoil("operator", "", "*");
            return houses;
        }
        var file = new OperatorsFile(sources, groups);
        for (var item : json.items()) file.house(item, houses);
        return houses;
    }

    private void house(Json item, Map<String, House> houses) {
        var row = item.row(sources, FILE, PLAIN, NESTED);
        var code = row.text("code");
        var operator = operator(item, row);
        if (operator.isEmpty()) sources.spoil("operator", "", code);
        if (houses.containsKey(code)) {
            row.problem("code", "code_twice", code);
        } else if (operator.isPresent()) {
            var series = operator.get().series();
            if (houses.values().stream()
                    .anyMatch(h -> h.operator().iban().equals(operator.get().iban()))) {
                row.problem("iban", "iban_twice");
            }
            if (houses.values().stream().anyMatch(h -> h.operator().series().equals(series))) {
                row.problem("series", "code_twice", series);
            }
            houses.put(code, new House(code, operator.get(), papers(item, row)));
            sources.place(operator.get().id(), row.place("code"));
        }
    }

    /// What the entity's contracts say beyond its file; what is not there is missing in them.
    private Map<String, String> papers(Json item, Row row) {
        var said = maybe(item, row, "contracts", PAPERS, r -> {
            var facts = new LinkedHashMap<String, String>();
            for (var name : PAPERS) if (!r.note(name).isEmpty()) facts.put("house." + name, r.note(name));
            return r.build(() -> facts);
        });
        return said == null ? Map.of() : said;
    }

    private Optional<Operator> operator(Json item, Row row) {
        var group = row.text("group");
        var frame = row.choice("frame", Frame.class);
        var name = row.text("name");
        var form = row.text("legal_form");
        var capital = row.money("capital");
        var city = row.text("rcs_city");
        var siret = row.read("siret", Siret::of);
        var vat = row.read("vat", VatNumber::of);
        var ape = row.text("ape");
        var email = row.text("email");
        var iban = row.read("iban", Iban::of);
        var bic = row.text("bic");
        var series = row.text("series");
        var address = address(item, row, "address");
        var agreement = nested(
                item,
                row,
                "agreement",
                Set.of("idcc", "title"),
                r -> r.build(() -> new CollectiveAgreement(r.note("idcc"), r.text("title"))));
        var insurer =
                nested(item, row, "insurer", Set.of("name", "policy_number", "valid_until"), OperatorsFile::insurer);
        var mediator = maybe(
                item,
                row,
                "mediator",
                Set.of("name", "address", "site"),
                r -> r.build(() -> new Mediator(r.text("name"), r.note("address"), r.note("site"))));
        var guarantee = guarantee(item, row);
        var establishment = establishment(item, row);
        var fee = fee(item, row);
        if (row.isBad()
                || address.isEmpty()
                || agreement.isEmpty()
                || insurer.isEmpty()
                || establishment.isEmpty()
                || fee.isEmpty()) return Optional.empty();
        var groupId = new GroupId(Ids.of("group", group));
        groups.put(groupId, new Group(groupId, group));
        return row.build(() -> new Operator(
                new OperatorId(Ids.of("operator", siret)),
                groupId,
                frame,
                name,
                form,
                capital,
                city,
                siret,
                vat,
                ape,
                address.get(),
                email,
                iban,
                bic,
                agreement.get(),
                guarantee,
                insurer.get(),
                mediator,
                null,
                List.of(establishment.get()),
                List.of(fee.get()),
                series,
                // the folder tells what happened: its papers are drawn, not signed
                Policies.cautious().startingBeforeSignature(true)));
    }

    private interface Reader<T> {
        Optional<T> read(Row row);
    }

    private <T> Optional<T> nested(Json item, Row row, String field, Set<String> plain, Reader<T> reader) {
        var json = item.fields().get(field);
        if (json == null || json.isNull()) {
            row.problem(field, "value_missing");
            return Optional.empty();
        }
        var inner = json.row(sources, FILE, plain, Set.of("address", "vote", "tiers"));
        return inner.isBad() ? Optional.empty() : reader.read(inner);
    }

    private <T> @Nullable T maybe(Json item, Row row, String field, Set<String> plain, Reader<T> reader) {
        var json = item.fields().get(field);
        if (json == null || json.isNull()) return null;
        return nested(item, row, field, plain, reader).orElse(null);
    }

    private Optional<PostalAddress> address(Json item, Row row, String field) {
        return nested(item, row, field, ADDRESS, r -> {
            var line1 = r.text("line1");
            var postcode = r.text("postcode");
            var city = r.text("city");
            var country = r.has("country") ? r.text("country") : "FR";
            return r.build(() -> new PostalAddress(line1, r.note("line2"), postcode, city, country));
        });
    }

    private static Optional<Insurer> insurer(Row row) {
        var name = row.text("name");
        var policy = row.text("policy_number");
        var until = row.day("valid_until");
        return row.build(() -> new Insurer(name, policy, until));
    }

    private @Nullable Guarantee guarantee(Json item, Row row) {
        var json = item.fields().get("guarantee");
        if (json == null || json.isNull()) return null;
        var plain = Set.of("guarantor", "amount", "valid_from", "valid_until");
        var address = address(json, row, "address");
        return maybe(item, row, "guarantee", plain, r -> {
            var guarantor = r.text("guarantor");
            var amount = r.money("amount");
            var from = r.day("valid_from");
            var until = r.day("valid_until");
            if (address.isEmpty()) return Optional.empty();
            return r.build(() -> new Guarantee(guarantor, address.get(), amount, from, until));
        });
    }

    private Optional<Establishment> establishment(Json item, Row row) {
        var plain = Set.of(
                "from",
                "headcount",
                "versement_mobilite",
                "atmp",
                "mutuelle_monthly",
                "mutuelle_employer_share",
                "alternants_share");
        return nested(item, row, "establishment", plain, r -> {
            var from = r.day("from");
            int headcount = r.whole("headcount");
            var mobility = r.percent("versement_mobilite");
            var atmp = r.percent("atmp");
            var mutuelle = r.money("mutuelle_monthly");
            var share = r.percent("mutuelle_employer_share");
            var alternants = r.percent("alternants_share");
            return r.build(() -> new Establishment(from, headcount, mobility, atmp, mutuelle, share, alternants));
        });
    }

    private Optional<FeeTerms> fee(Json item, Row row) {
        return nested(item, row, "fee", Set.of("from", "kind", "rate", "amount", "cap", "clause"), r -> {
            var from = r.day("from");
            var kind = r.choice("kind", FeeKind.class);
            var clause = r.text("clause");
            if (r.isBad()) return Optional.empty();
            var json = item.fields().get("fee");
            var vote = json == null ? null : vote(json, r);
            var tiers = kind == FeeKind.TIERED && json != null ? tiers(json, r) : List.<FeeModel.Tier>of();
            var rate = kind == FeeKind.PERCENT || kind == FeeKind.CAPPED ? r.percent("rate") : Rate.ZERO;
            var amount = kind == FeeKind.FLAT_MONTHLY ? r.money("amount") : Money.ZERO;
            var cap = kind == FeeKind.CAPPED ? r.money("cap") : Money.ZERO;
            return r.build(() -> terms(from, kind, rate, amount, cap, tiers, vote, clause));
        });
    }

    private static FeeTerms terms(
            LocalDate from,
            FeeKind kind,
            Rate rate,
            Money amount,
            Money cap,
            List<FeeModel.Tier> tiers,
            @Nullable FeeVote vote,
            String clause) {
        FeeModel model = switch (kind) {
            case PERCENT -> new FeeModel.Percent(rate);
            case FLAT_MONTHLY -> new FeeModel.FlatMonthly(amount);
            case TIERED -> new FeeModel.Tiered(tiers);
            case CAPPED -> new FeeModel.Capped(rate, cap);
        };
        return new FeeTerms(from, model, vote, clause);
    }

    private @Nullable FeeVote vote(Json fee, Row row) {
        return maybe(fee, row, "vote", Set.of("on", "statutes"), r -> {
            var on = r.day("on");
            var statutes = r.text("statutes");
            return r.build(() -> new FeeVote(on, statutes));
        });
    }

    private List<FeeModel.Tier> tiers(Json fee, Row row) {
        var tiers = new ArrayList<FeeModel.Tier>();
        var json = fee.fields().get("tiers");
        if (json == null || json.kind() != Json.Kind.LIST) {
            row.problem("tiers", "value_missing");
            return tiers;
        }
        for (var item : json.items()) {
            var tier = item.row(sources, FILE, Set.of("up_to", "rate"), Set.of());
            var upTo = tier.has("up_to") ? tier.money("up_to") : null;
            var rate = tier.percent("rate");
            tier.build(() -> new FeeModel.Tier(upTo, rate)).ifPresent(tiers::add);
        }
        return tiers;
    }
}
