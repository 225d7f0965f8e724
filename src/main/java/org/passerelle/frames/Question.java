package org.passerelle.frames;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// May this be done? What is null is not known; it is asked for when it decides, never guessed (SW-01).
///
/// @param on the day for which the law is asked
public record Question(
        LocalDate on,
        Buyer client,
        Service service,
        Worker worker,
        Terms terms,
        House house,
        Relation relation,
        Sale sale) {

    /// Nothing is known of how they stand to one another.
    public Question(LocalDate on, Buyer client, Service service, Worker worker, Terms terms, House house) {
        this(on, client, service, worker, terms, house, Relation.UNKNOWN, Sale.UNKNOWN);
    }

    /// A question of which only the day and the buyer are known.
    public static Question about(LocalDate on, ClientKind client) {
        return new Question(
                on, new Buyer(client, null, null), Service.UNKNOWN, Worker.UNKNOWN, Terms.UNKNOWN, House.ANY);
    }

    public Question with(Buyer changed) {
        return new Question(on, changed, service, worker, terms, house, relation, sale);
    }

    public Question with(Service changed) {
        return new Question(on, client, changed, worker, terms, house, relation, sale);
    }

    public Question with(Worker changed) {
        return new Question(on, client, service, changed, terms, house, relation, sale);
    }

    public Question with(Terms changed) {
        return new Question(on, client, service, worker, changed, house, relation, sale);
    }

    public Question with(House changed) {
        return new Question(on, client, service, worker, terms, changed, relation, sale);
    }

    public Question with(Relation changed) {
        return new Question(on, client, service, worker, terms, house, changed, sale);
    }

    public Question with(Sale changed) {
        return new Question(on, client, service, worker, terms, house, relation, changed);
    }

    /// Who buys.
    ///
    /// @param country ISO 3166 alpha-2 code, `FR`
    public record Buyer(
            ClientKind kind,
            @Nullable String country,
            @Nullable Purpose purpose) {

        public Buyer {
            if (country != null && !country.matches("[A-Z]{2}")) throw new InvalidValue("country.format", country);
        }
    }

    /// What is done.
    ///
    /// @param activity of the catalogue
    /// @param goods goods are sold, not a service
    /// @param regulatedProfession a profession with an Order: avocat, médecin, expert-comptable
    /// @param atHome at a private person's home, or for the household around it (fetching a child from school)
    /// @param dangerousWork on the list of C. trav. D4154-1
    /// @param replacesStrikers in place of an employee on strike
    public record Service(
            @Nullable Activity activity,
            @Nullable Boolean goods,
            @Nullable Boolean regulatedProfession,
            @Nullable Boolean atHome,
            @Nullable Boolean dangerousWork,
            @Nullable Boolean replacesStrikers) {

        public static final Service UNKNOWN = new Service(null, null, null, null, null, null);
    }

    /// Who does it.
    ///
    /// @param diplomaLevel European level 3 (CAP) to 8 (doctorate), 0 for none; level 5 is bac+2
    /// @param experienceMonths significant experience in the same sector, in months
    /// @param ownSiren registered under an own SIREN
    /// @param sapDeclared holds an own declaration as provider of services à la personne
    /// @param sapApproved holds an own agrément
    public record Worker(
            @Nullable Integer diplomaLevel,
            @Nullable Integer experienceMonths,
            @Nullable Boolean ownSiren,
            @Nullable Boolean sapDeclared,
            @Nullable Boolean sapApproved) {

        public static final Worker UNKNOWN = new Worker(null, null, null, null, null);

        public Worker {
            if (diplomaLevel != null && (diplomaLevel < 0 || diplomaLevel > 8)) {
                throw new InvalidValue("diploma.level", diplomaLevel.toString());
            }
            if (experienceMonths != null && (experienceMonths < 0 || experienceMonths > 720)) {
                throw new InvalidValue("experience.months", experienceMonths.toString());
            }
        }
    }

    /// On which terms.
    ///
    /// @param pricePerDay excl. VAT
    /// @param daysPerMonth days of work in a month, above 0 and at most 31
    /// @param months how long the service lasts at this client, from its first day, amendments included
    /// @param span the same as days, when they are known; then they decide, not [#months]
    /// @param recourseReason why the client turns to a salarié porté (PS-07)
    public record Terms(
            @Nullable Money pricePerDay,
            @Nullable BigDecimal daysPerMonth,
            @Nullable BigDecimal months,
            @Nullable DateRange span,
            @Nullable RecourseReason recourseReason) {

        public static final Terms UNKNOWN = new Terms(null, null, null, null, null);

        public Terms {
            if (pricePerDay != null && pricePerDay.isNegative()) {
                throw new InvalidValue("money.negative", pricePerDay.toString());
            }
            if (daysPerMonth != null
                    && (daysPerMonth.signum() <= 0 || daysPerMonth.compareTo(BigDecimal.valueOf(31)) > 0)) {
                throw new InvalidValue("days.range", daysPerMonth.toPlainString());
            }
            if (months != null && (months.signum() <= 0 || months.compareTo(BigDecimal.valueOf(1200)) > 0)) {
                throw new InvalidValue("months.range", months.toPlainString());
            }
        }
    }

    /// What the operator decided where the law leaves a choice (SW-06), and how it stands.
    ///
    /// @param mandateNeedsSiren no mandate without the person's own SIREN (PE-02)
    /// @param sapStatus of the legal entity; null when no operator is chosen yet
    /// @param fee the operator's fee on what is collected in a month; null when no operator is chosen yet
    /// @param step the worker's step of the minimum pay; null for the lowest
    public record House(
            SoleTraderPolicy soleTrader,
            AssociationPolicy association,
            boolean mandateNeedsSiren,
            @Nullable SapStatus sapStatus,
            @Nullable UnaryOperator<Money> fee,
            @Nullable PayStep step) {

        /// No operator chosen yet: the cautious policies.
        public static final House ANY =
                new House(SoleTraderPolicy.ACCEPT_WITH_WARNING, AssociationPolicy.STATUTORY_3Y, true, null, null, null);
    }
}
