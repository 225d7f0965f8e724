package org.passerelle.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.documents.Documents;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.operators.Policies;
import org.passerelle.operators.SignOff;
import org.passerelle.people.Person;
import org.passerelle.platform.once.Change;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "CA-40, CA-03: no policy moves the three years; two of four need a legal opinion, and the file warns from month 24")
class CA40_AssociationPolicyTest {

    private static final String ENTRY = "2024-01-15";

    @Autowired
    House house;

    @Autowired
    Operators operators;

    @Autowired
    Documents documents;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Memberships memberships;

    @Autowired
    TransactionTemplate transaction;

    private Operator operator;
    private Person person;

    @BeforeEach
    void an_entrepreneur_of_a_cooperative() {
        operator = house.has(aCooperative());
        person = house.has(operator, anEntrepreneur().from(ENTRY));
    }

    @ParameterizedTest
    @EnumSource(
            value = AssociationPolicy.class,
            names = {"ORDINARY_CONTRACT", "WAIVED_AT_OPERATOR_RISK"})
    void a_departure_is_refused_until_its_own_opinion_is_held(AssociationPolicy policy) {
        assertThat(decide(policy) instanceof Change.Refused<Operator>(var findings) ? findings : List.<Finding>of())
                .extracting(Finding::ruleId)
                .containsExactly("CA-40");
        var other = policy == AssociationPolicy.ORDINARY_CONTRACT
                ? AssociationPolicy.WAIVED_AT_OPERATOR_RISK
                : AssociationPolicy.ORDINARY_CONTRACT;
        signOff(other);
        assertThat(decide(policy))
                .as("the opinion on the other way does not serve")
                .isInstanceOf(Change.Refused.class);
        signOff(policy);
        assertThat(decide(policy)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void the_two_lawful_ways_need_nothing_and_an_opinion_on_them_is_refused() {
        assertThat(decide(AssociationPolicy.EARLY_ASSOCIATION)).isInstanceOf(Change.Changed.class);
        assertThatThrownBy(() -> signOff(AssociationPolicy.STATUTORY_3Y)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void by_law_work_ends_with_the_third_year_and_goes_on_for_an_associate() {
        var standing = in(() -> memberships.of(person)).orElseThrow();
        assertThat(standing.deadline()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(found("2027-01-15")).isEmpty();
        assertThat(found("2027-01-16")).extracting(Finding::ruleId).containsExactly("CA-03");
        in(() -> {
            var associated = new Fact(FactKind.ASSOCIATED, Subject.of(person.id()), LocalDate.of(2026, 6, 1));
            deadlines.tell(operator.id(), associated, UUID.randomUUID());
            return true;
        });
        assertThat(found("2027-01-16")).isEmpty();
    }

    @Test
    void under_a_departure_the_file_warns_from_month_24_and_nothing_stops() {
        signOff(AssociationPolicy.WAIVED_AT_OPERATOR_RISK);
        assertThat(decide(AssociationPolicy.WAIVED_AT_OPERATOR_RISK)).isInstanceOf(Change.Changed.class);
        var standing = new Membership(
                AssociationPolicy.WAIVED_AT_OPERATOR_RISK,
                LocalDate.of(2027, 1, 15),
                in(() -> memberships.of(person)).orElseThrow().warnedFrom(),
                false);
        assertThat(standing.warnedFrom()).isEqualTo(LocalDate.of(2026, 1, 15));
        assertThat(standing.isAtRiskOn(LocalDate.of(2026, 1, 14))).isFalse();
        assertThat(standing.isAtRiskOn(LocalDate.of(2026, 1, 15))).isTrue();
        assertThat(standing.isAtRiskOn(LocalDate.of(2027, 6, 1))).isTrue();
        assertThat(standing.isOverOn(LocalDate.of(2027, 6, 1))).isFalse();
    }

    private List<Finding> found(String day) {
        return in(() -> memberships.findings(person, LocalDate.parse(day)));
    }

    private Change<Operator> decide(AssociationPolicy policy) {
        return in(() -> {
            var seen = operators.revised(operator.id());
            var now = seen.value().policies();
            var wished = new Policies(
                    now.soleTrader(),
                    policy,
                    now.peRequireSiren(),
                    now.startBeforeSignature(),
                    now.invoiceLegalReferences(),
                    now.minimumComposition(),
                    now.leave(),
                    now.reserveLoad(),
                    now.payBeforeCollection(),
                    now.advanceCap());
            var from = operators.firstToCome(operator.id());
            return operators.decide(operator.id(), from, wished, seen.revision(), UUID.randomUUID());
        });
    }

    private void signOff(AssociationPolicy policy) {
        in(() -> transaction.execute(_ -> {
            var paper = documents.store(
                    operator.id(),
                    "legal_opinion",
                    "avis.pdf",
                    "application/pdf",
                    "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var one = new SignOff(policy, "Claude Exemple, avocat", LocalDate.of(2026, 9, 1), paper.id());
            var intent = UUID.randomUUID();
            operators.signOff(operator.id(), one, intent);
            operators.signOff(operator.id(), one, intent);
            return true;
        }));
        assertThat(in(() -> operators.signOffs(operator.id())).stream().filter(one -> one.policy() == policy))
                .as("kept once")
                .hasSize(1);
    }

    private <T> T in(Callable<T> work) {
        return House.in(operator.id(), work);
    }
}
