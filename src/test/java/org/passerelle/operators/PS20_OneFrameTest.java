package org.passerelle.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.operators.OperatorBuilder.flat;
import static org.passerelle.testing.House.in;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@DisplayName("PS-20, CA-14: one legal entity, one frame, for ever; a cooperative's contribution with its vote")
class PS20_OneFrameTest {

    @Autowired
    Operators operators;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_was_written_is_read_again_whatever_the_fee_model() {
        var slices = new FeeModel.Tiered(List.of(
                new FeeModel.Tier(Money.of("5000"), Rate.ofPercent("10")),
                new FeeModel.Tier(null, Rate.ofPercent("5.5"))));
        var capped = new FeeModel.Capped(Rate.ofPercent("8"), Money.of("600"));
        for (var fee : List.of(slices, capped, flat("99"), OperatorBuilder.percent("7.25"))) {
            var written = anOperator().charging(fee).declaredForSap().build();
            var read = in(written.id(), () -> {
                operators.open(written);
                return operators.get(written.id());
            });
            assertThat(read).usingRecursiveComparison().isEqualTo(written);
        }
    }

    @Test
    void opening_twice_is_opening_once() {
        var operator = house.has(anOperator());
        var again = in(operator.id(), () -> operators.open(operator));
        assertThat(again).isInstanceOf(Opening.Opened.class);
        assertThat(in(operator.id(), operators::all)).hasSize(1);
    }

    @Test
    void the_frame_of_an_entity_does_not_change() {
        var operator = house.has(anOperator());
        var turned = aCooperative().with(operator.id()).of(operator.group()).build();
        assertThatThrownBy(() -> in(operator.id(), () -> operators.change(turned, 1, UUID.randomUUID())))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(in(operator.id(), () -> operators.get(operator.id())).frame())
                .isEqualTo(Frame.PORTAGE_SALARIAL);
    }

    @Test
    void CA14_an_unvoted_contribution_is_refused_and_nothing_is_written() {
        var operator = aCooperative().withoutVote().build();
        var outcome = in(operator.id(), () -> operators.open(operator));
        assertThat(outcome).isInstanceOf(Opening.Refused.class);
        assertThat(in(operator.id(), operators::all)).isEmpty();
    }

    @Test
    void CA14_the_database_refuses_it_too() {
        var operator = house.has(aCooperative());
        assertThatThrownBy(() -> in(
                        operator.id(),
                        () -> transaction.execute(_ ->
                                jdbc.sql("""
                                update operators.fee_terms set voted_on = null, statutes_ref = null
                                where operator_id = :id""").param("id", operator.id().value()).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void an_entity_of_another_group_is_not_seen() {
        var ours = house.has(anOperator());
        var theirs = house.has(anOperator());
        assertThat(in(ours.id(), () -> operators.find(theirs.id()))).isEmpty();
        assertThat(in(ours.id(), operators::all)).extracting(Operator::id).containsExactly(ours.id());
    }
}
