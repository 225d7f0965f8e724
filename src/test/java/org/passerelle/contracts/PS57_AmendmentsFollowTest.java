package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ReportState;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.core.Drafting;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.missions.EarlierPrice;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.people.ContractKind;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "PS-57, PS-43, CCN art. 21.1: what everybody signed changes the file by itself, from its day and never before")
class PS57_AmendmentsFollowTest {

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    Missions missions;

    @Autowired
    People people;

    private Operator operator;
    private Person person;
    private Mission mission;

    @BeforeEach
    void a_mission_of_a_fixed_term_worker() {
        operator = house.has(anOperator());
        in(() -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            return true;
        });
        person = house.has(
                operator, aPerson().under(ContractKind.CDD).from("2026-10-01").until("2027-01-31"));
        mission = house.has(
                person,
                house.has(operator, aClient()),
                aMission().at(dailyRate("450")).from("2026-10-01", "2027-01-31"));
    }

    private <T> T in(Callable<T> work) {
        return House.in(operator.id(), work);
    }

    private Contract drafted(PaperKind kind, Map<String, String> said) {
        var all = new HashMap<>(SomePapers.PAPER);
        all.putAll(said);
        return in(() -> {
            var draft = contracts.draft(kind, person.id(), kind.isOfMission() ? mission.id() : null, UUID.randomUUID());
            return contracts.say(draft.id(), all);
        });
    }

    private void signed(PaperKind kind, Map<String, String> said) {
        var paper = drafted(kind, said);
        assertThat(in(() -> contracts.send(paper.id()))).isInstanceOf(Sending.Sent.class);
        for (var party : Contracts.signers(kind)) {
            var consent = new Consent("Camille Exemple", "quelqu.un@example.org", "192.0.2.7", null);
            assertThat(in(() -> contracts.sign(paper.id(), party, Signature.How.SIGN_IN, consent)))
                    .isInstanceOf(Signing.Signed.class);
        }
    }

    private Mission now() {
        return in(() -> missions.get(mission.id()));
    }

    @Test
    void a_price_signed_holds_from_its_day_and_the_earlier_one_is_kept() {
        signed(
                PaperKind.COMMERCIAL_AMENDMENT,
                Map.of("paper.new_price_sum", "480.00", "paper.change_day", "2026-11-16"));
        assertThat(now().terms().price()).isEqualTo(Money.of("480"));
        var earlier = in(() -> missions.earlierPrices(mission.id()));
        assertThat(earlier).singleElement().satisfies(one -> {
            assertThat(one.before()).isEqualTo("2026-11-16");
            assertThat(one.price()).isEqualTo(Money.of("450"));
        });
    }

    @Test
    void only_the_last_signature_changes_anything() {
        var paper = drafted(
                PaperKind.COMMERCIAL_AMENDMENT,
                Map.of("paper.new_price_sum", "480.00", "paper.mission_end_day", "2027-03-31"));
        in(() -> contracts.send(paper.id()));
        var consent = new Consent("Dominique", "quelqu.un@example.org", "192.0.2.7", null);
        in(() -> contracts.sign(paper.id(), Party.CLIENT, Signature.How.EMAIL_CODE, consent));
        assertThat(now().terms()).isEqualTo(mission.terms());
        in(() -> contracts.sign(paper.id(), Party.OPERATOR, Signature.How.SIGN_IN, consent));
        assertThat(now().terms().price()).isEqualTo(Money.of("480"));
        assertThat(now().terms().dates().end()).isEqualTo("2027-03-31");
    }

    @Test
    void the_paper_prints_price_and_unit() {
        var paper = drafted(PaperKind.COMMERCIAL_AMENDMENT, Map.of("paper.new_price_sum", "480.00"));
        assertThat(PdfText.flat(in(() -> contracts.pdf(paper.id())))).contains("devient 480,00 € par jour, hors taxes");
    }

    @Test
    void PS10_beyond_thirty_six_months_it_is_not_sent() {
        var paper = drafted(PaperKind.COMMERCIAL_AMENDMENT, Map.of("paper.mission_end_day", "2029-10-01"));
        assertThat(in(() -> contracts.send(paper.id())))
                .isInstanceOfSatisfying(
                        Sending.Unlawful.class,
                        no -> assertThat(no.findings())
                                .extracting(Finding::ruleId)
                                .contains("PS-10"));
        var backwards = drafted(PaperKind.COMMERCIAL_AMENDMENT, Map.of("paper.mission_end_day", "2026-09-01"));
        assertThatThrownBy(() -> in(() -> contracts.send(backwards.id())))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("range.order");
    }

    @Test
    void a_renewal_moves_the_end_of_the_contract() {
        signed(PaperKind.CDD_RENEWAL, Map.of("paper.new_end_day", "2027-03-31"));
        assertThat(in(() -> people.get(person.id())).employment().exit()).isEqualTo("2027-03-31");
        assertThat(in(() -> contracts.all(operator.id())))
                .allSatisfy(one ->
                        assertThat(in(() -> contracts.isAheadOfFile(one))).isFalse());
    }

    @Test
    void the_month_of_the_change_is_invoiced_at_both_prices_and_the_months_around_at_one() {
        var amended = mission.amended(mission.terms().at(Money.of("480")));
        var earlier = List.of(new EarlierPrice(LocalDate.parse("2026-11-16"), Money.of("450"), "CT-2026-0007"));
        assertThat(lines(amended, earlier, "2026-10", "2026-10-30"))
                .extracting(line -> line.unitPrice())
                .containsExactly(Money.of("450"));
        assertThat(lines(amended, earlier, "2026-11", "2026-11-13", "2026-11-16", "2026-11-17"))
                .extracting(line -> line.label() + " " + line.quantity().toPlainString() + " × " + line.unitPrice())
                .containsExactly(
                        mission.terms().title() + " (avant le 16/11/2026) 1 × 450.00",
                        mission.terms().title() + " 2 × 480.00");
        assertThat(lines(amended, earlier, "2026-12", "2026-12-01"))
                .extracting(line -> line.unitPrice())
                .containsExactly(Money.of("480"));
    }

    private List<InvoiceLine> lines(Mission amended, List<EarlierPrice> earlier, String month, String... days) {
        var report = new ActivityReport(
                ActivityReportId.random(),
                operator.id(),
                person.id(),
                Month.of(month),
                java.util.Arrays.stream(days)
                        .map(day -> ActivityDay.onMission(LocalDate.parse(day), amended.id(), "1"))
                        .toList(),
                ReportState.APPROVED,
                List.of(),
                null,
                null,
                null);
        return Drafting.lines(report, amended, earlier, List.of());
    }
}
