package org.passerelle.joining.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.joining.Answers;
import org.passerelle.joining.Step;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.UserId;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.PriceMode;
import org.passerelle.people.Employment;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.people.Withholding;

/// What an applicant said, as the values that the house holds: nobody types it again.
public final class Dossier {

    /// The usual term between professionals; a private individual pays on receipt.
    private static final int USUAL_TERM_DAYS = 30;

    private Dossier() {}

    /// Which of what was said cannot stand together, beside the answer that it is about: a NIR of another year of
    /// birth, an end before the start. Only of steps that are complete.
    public static List<Contradiction> contradictions(Step step, Answers answers, LocalDate today) {
        var found = new ArrayList<Contradiction>();
        if (!Asks.missing(step, answers).isEmpty()) return found;
        try {
            switch (step) {
                case IDENTITY -> identity(answers, today, found);
                case QUALIFICATION -> new Qualification(answers.whole("diploma"), answers.whole("experience"));
                case PAY -> withholding(answers);
                case CLIENT -> client(OperatorId.random(), answers);
                case MISSION -> terms(answers);
                case RIGHT_TO_WORK, HEALTH, AUTONOMY -> {}
            }
        } catch (InvalidValue e) {
            found.add(new Contradiction(fieldOf(step, e), e));
        }
        return found;
    }

    /// @param name of the answer that it is about
    public record Contradiction(String name, InvalidValue why) {}

    private static void identity(Answers answers, LocalDate today, List<Contradiction> found) {
        var birth = Objects.requireNonNull(answers.day("birthDate"));
        var nir = new Nir(answers.text("nir"));
        if (Integer.parseInt(nir.value().substring(1, 3)) != birth.getYear() % 100) {
            found.add(new Contradiction("nir", new InvalidValue("nir.birth_date", "")));
        }
        if (today.isBefore(birth.plusYears(16)) || birth.getYear() < 1900) {
            found.add(new Contradiction("birthDate", new InvalidValue("birth_date.too_young", birth.toString())));
        }
    }

    private static String fieldOf(Step step, InvalidValue e) {
        return switch (step) {
            case QUALIFICATION -> e.code().startsWith("experience") ? "experience" : "diploma";
            case PAY -> "taxRate";
            case CLIENT -> e.code().startsWith("email") ? "clientEmail" : "clientName";
            case MISSION ->
                switch (e.code()) {
                    case "money.positive" -> "price";
                    case "rate.range" -> "vat";
                    case "days_per_month.range" -> "days";
                    case "range.order" -> "end";
                    default -> "title";
                };
            case IDENTITY, RIGHT_TO_WORK, HEALTH, AUTONOMY -> "";
        };
    }

    /// @throws InvalidValue when what was said cannot stand together
    public static Person person(OperatorId operator, UserId user, String email, Answers said, Employment employment) {
        return new Person(
                PersonId.random(),
                operator,
                user,
                Person.UNCODED,
                said.text("firstName"),
                said.text("lastName"),
                Objects.requireNonNull(said.day("birthDate")),
                new Nir(said.text("nir")),
                new PostalAddress(
                        said.text("line1"), said.text("line2"), said.text("postcode"), said.text("city"), "FR"),
                email,
                new Iban(said.text("iban")),
                new Qualification(said.whole("diploma"), said.whole("experience")),
                said.has("ownSiren") ? new Siren(said.text("ownSiren")) : null,
                false,
                employment,
                withholding(said));
    }

    private static Withholding withholding(Answers said) {
        var rate = said.says("tax", "PERSONAL") ? said.percent("taxRate") : null;
        return rate == null ? new Withholding.Neutral() : new Withholding.Personal(rate);
    }

    public static Client client(OperatorId operator, Answers said) {
        var kind = Objects.requireNonNull(said.choice(ClientKind.class, "clientKind"));
        boolean consumer = kind == ClientKind.CONSUMER;
        var siren = consumer ? null : new Siren(said.text("clientSiren"));
        return new Client(
                ClientId.random(),
                operator,
                Client.UNCODED,
                kind,
                said.text("clientName"),
                siren,
                null,
                siren == null ? null : siren.vatNumber(),
                new PostalAddress(
                        said.text("clientLine1"), "", said.text("clientPostcode"), said.text("clientCity"), "FR"),
                said.text("clientEmail"),
                null,
                consumer ? 0 : USUAL_TERM_DAYS);
    }

    public static MissionTerms terms(Answers said) {
        return terms(said, null);
    }

    /// @param from the first day when the mission may not start as early as was wished; null as wished
    public static MissionTerms terms(Answers said, @Nullable LocalDate from) {
        var start = Objects.requireNonNull(said.day("start"));
        var end = Objects.requireNonNull(said.day("end"));
        var mode = said.choice(PriceMode.class, "mode");
        return new MissionTerms(
                said.text("title"),
                said.text("activity"),
                new DateRange(from == null || from.isBefore(start) ? start : from, end),
                mode == null ? PriceMode.DAY : mode,
                Objects.requireNonNull(said.money("price")),
                Objects.requireNonNull(said.percent("vat")),
                said.choice(Purpose.class, "purpose"),
                said.choice(RecourseReason.class, "reason"),
                said.yes("goods"),
                said.yes("regulated"),
                said.yes("atHome"),
                said.yes("dangerous"),
                said.yes("strikers"),
                Objects.requireNonNullElse(said.number("days"), BigDecimal.ONE),
                null);
    }
}
