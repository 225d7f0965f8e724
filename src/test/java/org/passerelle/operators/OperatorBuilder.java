package org.passerelle.operators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.frames.SoleTraderPolicy;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.testing.Fictional;

/// A legal entity of which the test says only what matters: `anOperator().in(Frame.CAE).charging(percent("10"))`.
public final class OperatorBuilder {

    private OperatorId id = OperatorId.random();
    private GroupId group = GroupId.random();
    private Frame frame = Frame.PORTAGE_SALARIAL;
    private String name = "Portage de l'Exemple";
    private FeeModel fee = new FeeModel.Percent(Rate.ofPercent("8"));
    private @Nullable FeeVote vote;
    private @Nullable Guarantee guarantee;
    private @Nullable Mediator mediator = new Mediator("Médiation de l'Exemple", "1 place du Test", "example.org");
    private @Nullable SapDeclaration sap;
    private int headcount = 60;
    private PostalAddress address = Fictional.address();
    private SoleTraderPolicy soleTrader = SoleTraderPolicy.ACCEPT_WITH_WARNING;
    private boolean papersFirst;

    private Money advanceCap = Money.ZERO;

    private OperatorBuilder() {}

    /// A portage company, with everything that the law asks of one.
    public static OperatorBuilder anOperator() {
        return new OperatorBuilder().guaranteedUntil("2027-12-31");
    }

    /// A general cooperative whose contribution was voted.
    public static OperatorBuilder aCooperative() {
        return new OperatorBuilder()
                .in(Frame.CAE)
                .named("Coopérative de l'Exemple")
                .votedOn("2026-05-20")
                .charging(new FeeModel.Percent(Rate.ofPercent("10")));
    }

    public static FeeModel percent(String percent) {
        return new FeeModel.Percent(Rate.ofPercent(percent));
    }

    public static FeeModel flat(String euros) {
        return new FeeModel.FlatMonthly(Money.of(euros));
    }

    public OperatorBuilder with(OperatorId id) {
        this.id = id;
        return this;
    }

    public OperatorBuilder of(GroupId group) {
        this.group = group;
        return this;
    }

    public OperatorBuilder in(Frame frame) {
        this.frame = frame;
        return this;
    }

    public OperatorBuilder named(String name) {
        this.name = name;
        return this;
    }

    public OperatorBuilder at(PostalAddress address) {
        this.address = address;
        return this;
    }

    public OperatorBuilder charging(FeeModel fee) {
        this.fee = fee;
        return this;
    }

    public OperatorBuilder votedOn(String day) {
        this.vote = new FeeVote(LocalDate.parse(day), "article 21 des statuts");
        return this;
    }

    public OperatorBuilder withoutVote() {
        this.vote = null;
        return this;
    }

    public OperatorBuilder guaranteedUntil(String day) {
        this.guarantee = new Guarantee(
                "Caution de l'Exemple",
                Fictional.address(),
                Money.of("96120"),
                LocalDate.parse("2024-01-01"),
                LocalDate.parse(day));
        return this;
    }

    public OperatorBuilder withoutGuarantee() {
        this.guarantee = null;
        return this;
    }

    public OperatorBuilder withoutMediator() {
        this.mediator = null;
        return this;
    }

    public OperatorBuilder declaredForSap() {
        this.sap = new SapDeclaration("SAP990000016", LocalDate.parse("2024-01-15"), null);
        return this;
    }

    public OperatorBuilder withHeadcount(int headcount) {
        this.headcount = headcount;
        return this;
    }

    /// Pays more than the minimum before the client has paid, up to that much for each worker (SW-07).
    public OperatorBuilder advancingUpTo(String euros) {
        advanceCap = Money.of(euros);
        return this;
    }

    /// Work begins when the papers are signed, as entities decide that decide nothing; most tests are not about papers.
    public OperatorBuilder papersFirst() {
        papersFirst = true;
        return this;
    }

    public OperatorBuilder refusingSoleTraders() {
        this.soleTrader = SoleTraderPolicy.REFUSE;
        return this;
    }

    public Operator build() {
        var siren = Fictional.siren();
        var start = LocalDate.parse("2024-01-01");
        var cautious = Policies.cautious();
        return new Operator(
                id,
                group,
                frame,
                name,
                frame == Frame.PORTAGE_SALARIAL ? "SAS" : "SCOP SARL",
                Money.of("50000"),
                "Lyon",
                Fictional.siret(siren),
                siren.vatNumber(),
                "7830Z",
                address,
                "contact@example.org",
                Fictional.iban(Fictional.next()),
                "PSSTFRPPLYO",
                new CollectiveAgreement("3219", "Salariés en portage salarial"),
                guarantee,
                new Insurer("Assurance de l'Exemple", "RC-2026-001", LocalDate.parse("2027-12-31")),
                mediator,
                sap,
                List.of(new Establishment(
                        start,
                        headcount,
                        Rate.ofPercent("2"),
                        Rate.ofPercent("1"),
                        Money.of("60"),
                        Rate.ofPercent("50"),
                        Rate.ofPercent("5"))),
                List.of(new FeeTerms(start, fee, vote, "contrat, article 8")),
                "FA",
                new Policies(
                        soleTrader,
                        AssociationPolicy.STATUTORY_3Y,
                        cautious.peRequireSiren(),
                        !papersFirst,
                        cautious.invoiceLegalReferences(),
                        cautious.minimumComposition(),
                        cautious.leave(),
                        cautious.reserveLoad(),
                        advanceCap.isPositive(),
                        advanceCap));
    }
}
