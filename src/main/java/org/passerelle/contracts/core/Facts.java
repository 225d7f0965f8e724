package org.passerelle.contracts.core;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.contracts.ClientPaper;
import org.passerelle.contracts.ClientPapers;
import org.passerelle.contracts.Fact;
import org.passerelle.documents.pdf.French;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.frames.Contracts;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.law.Law;
import org.passerelle.missions.Mission;
import org.passerelle.missions.PriceMode;
import org.passerelle.operators.FeeModel;
import org.passerelle.operators.Operator;
import org.passerelle.pay.PayEngine;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;

/// The blanks of a paper, filled from the files of its parties, in French.
public final class Facts {

    private static final String DAY = "_day";
    private static final String SUM = "_sum";
    private static final long DAYS_A_WEEK = 7;
    private static final char NBSP = '\u00A0';

    private final Map<String, String> all = new LinkedHashMap<>();
    private final Law law;

    private Facts(Law law) {
        this.law = law;
    }

    /// @param house what the entity said once for all its papers
    /// @param said what was said for this paper; wins over the usual words
    public static Map<String, String> of(
            Operator operator,
            Person person,
            @Nullable Client client,
            @Nullable Mission mission,
            Map<String, String> house,
            Map<String, String> said,
            Law law,
            PayEngine engine) {
        var facts = new Facts(law);
        Templates.standard().facts(Fact.At.HOUSE, Fact.At.PAPER).forEach((key, fact) -> facts.put(key, fact.usual()));
        facts.operator(operator);
        facts.person(person);
        if (client != null) facts.client(client);
        if (mission != null) facts.mission(operator, person, mission, engine);
        if (client != null) facts.put("mission.terms", days(client.paymentTermDays()));
        facts.all.putAll(known(house, Fact.At.HOUSE));
        facts.all.putAll(known(said, Fact.At.PAPER));
        if (mission != null) facts.sums(said, mission);
        if (person.employment().kind() == ContractKind.CESA) facts.association(person, said.containsKey("paper.trial"));
        return facts.all;
    }

    /// What the client's own contract is and lacks, to be said in the amendment that completes it (PS-56).
    public static Map<String, String> of(ClientPaper paper) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("client.contract_annex", paper.sha256());
        var lacks = paper.lacks(ClientPapers.mentions());
        if (lacks.isEmpty()) facts.put("client.contract_whole", "true");
        else {
            facts.put(
                    "client.contract_lacks",
                    lacks.stream()
                            .map(one -> one.label().fr() + " (" + one.article() + ")")
                            .collect(Collectors.joining(" ; ")));
        }
        return facts;
    }

    private static Map<String, String> known(Map<String, String> said, Fact.At at) {
        var names = Templates.standard().facts(at);
        var known = new LinkedHashMap<String, String>();
        said.forEach((key, value) -> {
            if (names.containsKey(key) && !value.isBlank())
                known.put(key, key.endsWith(DAY) ? longDay(value) : value.strip());
        });
        return known;
    }

    /// « 480,00 € par jour », or empty text for what is no sum.
    private void sums(Map<String, String> said, Mission mission) {
        for (var key : Templates.standard().facts(Fact.At.PAPER).keySet()) {
            if (!key.endsWith(SUM) || !said.containsKey(key)) continue;
            var sum = Amendment.sum(said.getOrDefault(key, ""));
            put(key, sum == null ? "" : French.money(sum) + unit(mission.terms().mode()));
        }
    }

    /// Three years and eight months, less the contracts before (CA-03, CA-04, CA-35; T08).
    private void association(Person person, boolean trialSaid) {
        var earlier = Period.ofMonths(months(all.getOrDefault("paper.earlier_months", "")));
        var deadline = Contracts.associationDeadline(person.employment().entry(), earlier, law);
        put("person.association_deadline", French.longDay(deadline));
        if (trialSaid) return;
        int months = Contracts.longestTrialMonths(earlier, law);
        put(
                "paper.trial",
                months == 0
                        ? "le contrat ne comporte pas de période d’essai, la durée des contrats antérieurs étant déduite"
                        : "la période d’essai dure au plus " + months
                                + " mois, renouvellement compris et durée des contrats antérieurs déduite");
    }

    private static int months(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    /// The day that was typed, or empty text for what is no day: the mention is then missing.
    private static String longDay(String text) {
        return Longer.day(text).map(French::longDay).orElse("");
    }

    private void put(String key, String value) {
        all.put(key, value);
    }

    private void operator(Operator operator) {
        put("operator.name", operator.name());
        put("operator.form", operator.legalForm());
        put("operator.capital", French.money(operator.capital()));
        put(
                "operator.registration",
                "RCS " + operator.rcsCity() + " "
                        + French.registration(operator.siret().siren().value()));
        put("operator.address", line(operator.address()));
        put("operator.email", operator.email());
        var agreement = operator.agreement();
        put(
                "operator.agreement",
                agreement.idcc().isEmpty()
                        ? agreement.title()
                        : agreement.title() + " (IDCC " + agreement.idcc() + ")");
        var guarantee = operator.guarantee();
        if (guarantee != null && guarantee.covers(law.day())) {
            put("operator.guarantor", guarantee.guarantor());
            put("operator.guarantor_address", line(guarantee.address()));
            put(
                    "operator.guarantee_dates",
                    "garantie du " + French.day(guarantee.validFrom()) + " au " + French.day(guarantee.validUntil()));
        }
        if (!operator.insurer().validUntil().isBefore(law.day())) {
            put("operator.insurer", operator.insurer().name());
            put("operator.policy", operator.insurer().policyNumber());
        }
        var fee = operator.fee(law.day());
        put("operator.association", association(operator.policies().association()));
        put("operator.fee", fee(fee.model()));
        var vote = fee.vote();
        if (vote != null) {
            put("operator.fee_vote", "votée le " + French.longDay(vote.votedOn()) + ", " + vote.statutesRef());
        }
        var mediator = operator.mediator();
        if (mediator != null) {
            put("operator.mediator", mediator.name() + ", " + mediator.address() + ", " + mediator.site());
        }
    }

    /// What the cooperative makes of the deadline, in plain words for the entrepreneur (CA-40).
    static String association(AssociationPolicy policy) {
        return switch (policy) {
            case STATUTORY_3Y -> "La coopérative applique ce délai tel que la loi le fixe";
            case EARLY_ASSOCIATION ->
                "La coopérative propose l’association dès l’entrée, par la souscription d’une part sociale, de sorte que ce"
                        + " délai ne soit pas atteint";
            case ORDINARY_CONTRACT ->
                "La coopérative propose, passé ce délai, un contrat de travail ordinaire ; le droit commun du travail"
                        + " s’appliquerait alors en entier, dont la subordination, la durée du travail et le salaire"
                        + " minimum ; le présent contrat n’en prend pas moins fin de plein droit à la date ci-dessus";
            case WAIVED_AT_OPERATOR_RISK ->
                "AVERTISSEMENT. La coopérative ne demande pas l’association au terme de ce délai. La loi ne le permet pas :"
                        + " le contrat est réputé prendre fin à la date ci-dessus, le travail accompli ensuite le serait"
                        + " sous un contrat de fait et les droits au chômage seraient incertains. L’entrepreneur peut"
                        + " demander par écrit, à tout moment avant cette date, à devenir associé";
        };
    }

    /// « 8 % des sommes encaissées hors taxes ».
    static String fee(FeeModel model) {
        return switch (model) {
            case FeeModel.Percent(var rate) -> French.percent(rate) + " des sommes encaissées hors taxes";
            case FeeModel.FlatMonthly(var amount) ->
                French.money(amount) + " pour chaque mois où une somme est encaissée";
            case FeeModel.Capped(var rate, var cap) ->
                French.percent(rate) + " des sommes encaissées hors taxes, au plus " + French.money(cap) + " par mois";
            case FeeModel.Tiered(var tiers) -> {
                var parts = new ArrayList<String>();
                var floor = Money.ZERO;
                for (var tier : tiers) {
                    var upTo = tier.upTo();
                    parts.add(French.percent(tier.rate())
                            + (upTo == null ? " au-delà de " + French.money(floor) : " jusqu’à " + French.money(upTo)));
                    if (upTo != null) floor = upTo;
                }
                yield String.join(", ", parts) + " des sommes encaissées hors taxes dans le mois";
            }
        };
    }

    private void person(Person person) {
        var employment = person.employment();
        put("person.name", person.name());
        put("person.address", line(person.address()));
        put("person.birth", French.longDay(person.birthDate()));
        put("person.email", person.email());
        put("person.job", employment.job());
        put("person.status", employment.cadre() ? "cadre" : "technicien ou agent de maîtrise");
        var step = employment.step();
        if (step != null)
            put("person.step", "échelon " + step.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        put("person.hours", French.decimal(employment.hoursPerWeek(), 0) + NBSP + "heures par semaine");
        put("person.entry", French.longDay(employment.entry()));
        var exit = employment.exit();
        if (exit != null) put("person.exit", French.longDay(exit));
        var siren = person.ownSiren();
        if (siren != null) put("person.siren", French.registration(siren.value()));
        put("paper.skills", skills(person));
        if (employment.kind() == ContractKind.CAPE) put("paper.project", employment.job());
        if (employment.kind() == ContractKind.CESA) {
            put("person.fixed_part", employment.fixedPart().isPositive() ? French.money(employment.fixedPart()) : "");
        } else if (employment.kind() == ContractKind.CDI) {
            int months = Math.toIntExact(
                    law.number(employment.cadre() ? "PS_TRIAL_CADRE_MONTHS" : "PS_TRIAL_TECHNICIAN_MONTHS"));
            put(
                    "paper.trial",
                    "la période d’essai dure " + months
                            + " mois, renouvelable une fois pour la même durée par accord exprès avant son terme");
        } else if (employment.kind() == ContractKind.CDD) {
            put("paper.trial", fixedTermTrial(employment.entry(), exit));
        }
    }

    private String fixedTermTrial(LocalDate entry, @Nullable LocalDate exit) {
        if (exit == null) return "";
        boolean isShort = !exit.plusDays(1).isAfter(entry.plusMonths(law.number("CDD_TRIAL_SHORT_CONTRACT_MONTHS")));
        long days = Math.min(
                java.time.temporal.ChronoUnit.DAYS.between(entry, exit.plusDays(1)) / DAYS_A_WEEK,
                law.number("CDD_TRIAL_SHORT_WEEKS") * DAYS_A_WEEK);
        return isShort
                ? "la période d’essai dure " + Math.max(1, days) + " jours, à raison d’un jour par semaine"
                : "la période d’essai dure " + law.number("CDD_TRIAL_LONG_MONTHS") + " mois";
    }

    private static String skills(Person person) {
        var parts = new ArrayList<String>(List.of(person.employment().job()));
        var level = person.qualification().diplomaLevel();
        if (level != null && level > 0) parts.add("diplôme de niveau " + level);
        var months = person.qualification().experienceMonths();
        if (months != null && months > 0) parts.add(months + " mois d’expérience dans le secteur");
        return parts.size() == 1 ? "" : String.join(", ", parts);
    }

    private void client(Client client) {
        put("client.name", client.name());
        put("client.address", line(client.address()));
        put("client.email", client.email());
        var siren = client.siren();
        var vat = client.vat();
        if (siren != null) put("client.registration", "SIREN " + French.registration(siren.value()));
        else if (vat != null) put("client.registration", "TVA " + vat.value());
    }

    private void mission(Operator operator, Person person, Mission mission, PayEngine engine) {
        var terms = mission.terms();
        put("mission.code", mission.code());
        put("mission.title", terms.title());
        put("mission.start", French.longDay(terms.dates().start()));
        put("mission.end", French.longDay(terms.dates().end()));
        put("mission.price", French.money(terms.price()) + unit(terms.mode()));
        var ttc = terms.price().plus(terms.price().exact().times(terms.vat()).roundHalfUp());
        put("mission.price_ttc", French.money(ttc) + unit(terms.mode()));
        put("mission.vat", French.percent(terms.vat()));
        put("mission.days", French.decimal(terms.daysPerMonth(), 0) + NBSP + "jours prévus par mois complet");
        var reason = terms.reason();
        if (reason != null) put("mission.reason", reason(reason));
        put("mission.withdrawal_days", Long.toString(law.number("consumer_withdrawal_days")));
        var kind = person.employment().kind();
        if (kind != ContractKind.CDI && kind != ContractKind.CDD) return;
        PriceSplit.of(operator, person, terms, law.day(), engine, law).ifPresent(split -> {
            put("mission.split_price", French.money(split.price()));
            put("mission.split_fee", French.money(split.fee()));
            put("mission.split_pay", French.money(split.pay()));
            put("mission.split_apport", French.money(split.apport()));
            put("mission.split_levies", French.money(split.levies()));
        });
    }

    private static String reason(RecourseReason reason) {
        return switch (reason) {
            case OCCASIONAL_TASK ->
                "tâche occasionnelle qui ne relève pas de l’activité normale et permanente du client";
            case MISSING_EXPERTISE -> "prestation ponctuelle qui demande une expertise dont le client ne dispose pas";
            case PERMANENT_ACTIVITY -> "";
        };
    }

    private static String unit(PriceMode mode) {
        return switch (mode) {
            case DAY -> " par jour";
            case HOUR -> " par heure";
            case FIXED -> " au forfait";
        };
    }

    private static String days(int days) {
        return days + String.valueOf(NBSP) + "jours";
    }

    private static String line(PostalAddress address) {
        return French.address(address).replace("\n", ", ");
    }
}
