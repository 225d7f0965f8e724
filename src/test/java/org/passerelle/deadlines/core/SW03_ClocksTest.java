package org.passerelle.deadlines.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.deadlines.core.Situations.house;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.missions.MissionBuilder.fixedPrice;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.deadlines.Deadline;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Nature;
import org.passerelle.deadlines.Urgency;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.people.ContractKind;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

@DisplayName("SW-03: each clock has its due day, its reason, its article and whoever must act")
class SW03_ClocksTest {

    private static final PostalAddress STRASBOURG =
            new PostalAddress("1 quai du Test", "", "67000", "Strasbourg", "FR");

    @ParameterizedTest(name = "{0}: a mission that starts on {1} is signed by {2}")
    @CsvSource({"T01, 2026-07-09, 2026-07-11", "T02, 2026-07-13, 2026-07-16", "T03, 2026-05-07, 2026-05-11"})
    void T01_T02_T03_PS55_signature(String id, String start, LocalDate due) {
        var house =
                house(anOperator()).with(aPerson()).sells(aClient(), aMission().from(start, "2026-12-31"));

        assertThat(house.due("PS-55", "sign")).isEqualTo(due);
        house.told(FactKind.COMMERCIAL_CONTRACT_SIGNED, start);
        assertThat(house.clocks("PS-55", "sign")).isEmpty();
    }

    @ParameterizedTest(name = "a contract concluded on {0} in {1} is handed over by {2}")
    @CsvSource({
        "2026-07-09, Lyon, 2026-07-11",
        "2026-12-24, Lyon, 2026-12-28",
        "2026-12-24, Strasbourg, 2026-12-29",
        "2026-04-02, Lyon, 2026-04-04",
        "2026-04-02, Strasbourg, 2026-04-07"
    })
    void PS45_delivery_and_the_two_more_holidays_of_alsace_moselle(String concluded, String city, LocalDate due) {
        var operator = city.equals("Strasbourg") ? anOperator().at(STRASBOURG) : anOperator();
        var house = house(operator).with(aPerson().from("2026-01-05")).told(FactKind.CONTRACT_CONCLUDED, concluded);

        assertThat(house.due("PS-45", "deliver")).isEqualTo(due);
    }

    @Test
    void T04_PS43_PS44_a_cdd_of_18_months_and_three_more_to_prospect() {
        var house = house(anOperator())
                .with(aPerson().under(ContractKind.CDD).from("2026-01-05").until("2027-07-04"));

        var term = house.clocks("PS-43", "term").getFirst();
        assertThat(term.due()).isEqualTo("2027-07-04");
        assertThat(term.data()).containsEntry("longest", "2027-07-04").containsEntry("months", "18");
        assertThat(house.clocks("PS-44", "extension").getFirst().data()).containsEntry("until", "2027-10-04");
        // a term that was postponed is not postponed again
        var postponed = house(anOperator())
                .with(aPerson().under(ContractKind.CDD).from("2026-01-05").until("2027-10-04"));
        assertThat(postponed.clocks("PS-44", "extension")).isEmpty();
    }

    @Test
    void PS43_without_a_term_the_longest_counts() {
        var house = house(anOperator()).with(aPerson().under(ContractKind.CDD).from("2026-01-05"));

        assertThat(house.due("PS-43", "longest")).isEqualTo("2027-07-04");
    }

    @Test
    void T06_PS10_same_client_and_service_from_1_february_2024() {
        var house = house(anOperator())
                .with(aPerson())
                .sells(aClient(), aMission().from("2024-02-01", "2024-12-31"))
                .again(aMission().from("2026-03-01", "2027-01-31"));

        var clock = house.clocks("PS-10", "end").getFirst();
        assertThat(clock.due()).isEqualTo("2027-01-31");
        assertThat(clock.alerts()).containsExactly(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-12-01"));
        assertThat(clock.urgency(LocalDate.parse("2026-07-31"), false)).isEqualTo(Urgency.AHEAD);
        assertThat(clock.urgency(LocalDate.parse("2026-08-01"), false)).isEqualTo(Urgency.WATCHED);
    }

    @ParameterizedTest(name = "declared on 1 October 2026, endorsed on {0}: may begin on {1}")
    @CsvSource({", 2026-10-16", "2026-10-09, 2026-10-09", "2026-10-20, 2026-10-16"})
    void PS21_the_activity_begins_at_receipt_or_after_fifteen_days(String endorsed, LocalDate start) {
        var house = house(anOperator()).told(FactKind.ACTIVITY_DECLARED, "2026-10-01");
        if (endorsed != null) house.told(FactKind.DECLARATION_ENDORSED, endorsed);

        assertThat(house.due("PS-21", "start")).isEqualTo(start);
        assertThat(house.clocks("PS-21", "declare")).isEmpty();
    }

    @Test
    void PS21_without_a_known_declaration_it_is_asked_for() {
        var house = house(anOperator()).with(aPerson().from("2026-12-01"));

        assertThat(house.due("PS-21", "declare")).isEqualTo("2026-12-01");
        house.told(FactKind.ENTITY_CHANGES, "2027-01-15");
        assertThat(house.due("PS-21", "change")).isEqualTo("2027-01-15");
    }

    @Test
    void T07_PS22_PS25_the_guarantee_is_renewed_and_its_copy_sent() {
        var house = house(anOperator().guaranteedUntil("2026-12-31")).told(FactKind.GUARANTEE_OBTAINED, "2026-11-20");

        var renew = house.clocks("PS-22", "renew").getFirst();
        assertThat(renew.due()).isEqualTo("2026-12-31");
        assertThat(renew.alerts().getFirst()).isEqualTo("2026-11-01");
        assertThat(house.due("PS-25", "copy")).isEqualTo("2026-11-30");
    }

    @Test
    void PS27_the_first_visit_within_three_months() {
        var house = house(anOperator()).with(aPerson().from("2026-11-30"));

        assertThat(house.due("PS-27", "visit")).isEqualTo("2027-02-28");
        house.told(FactKind.VISIT_HELD, "2027-01-10");
        assertThat(house.clocks("PS-27", "visit")).isEmpty();
    }

    @ParameterizedTest(name = "cadre {0}, renewed {1}: last day to tell {2}, trial until {3}")
    @CsvSource({
        "true, false, 2026-04-04, 2026-05-04",
        "true, true, 2026-08-04, 2026-09-04",
        "false, false, 2026-03-21, 2026-04-04",
        "false, true, 2026-06-04, 2026-07-04"
    })
    void PS49_trial_of_a_cdi(boolean cadre, boolean renewed, LocalDate told, String end) {
        var house = house(anOperator()).with(aPerson().from("2026-01-05").cadre(cadre));
        if (renewed) house.told(FactKind.TRIAL_RENEWED, "2026-04-01");

        assertThat(house.due("PS-49", "notice")).isEqualTo(told);
        assertThat(house.clocks("PS-49", "notice").getFirst().data()).containsEntry("end", end);
        assertThat(house.clocks("PS-49", "renew")).hasSize(renewed ? 0 : 1);
    }

    @ParameterizedTest(name = "a CDD from 5 January 2026 to {0}: trial until {1}")
    @CsvSource({
        "2026-01-11, 2026-01-05",
        "2026-02-01, 2026-01-08",
        "2026-04-12, 2026-01-18",
        "2026-07-04, 2026-01-18",
        "2026-07-05, 2026-01-30",
        "2027-07-04, 2026-02-04"
    })
    void PS50_trial_of_a_cdd(String until, LocalDate end) {
        var house = house(anOperator())
                .with(aPerson().under(ContractKind.CDD).from("2026-01-05").until(until))
                .at("2026-01-06");

        assertThat(house.due("PS-50", "end")).isEqualTo(end);
    }

    @Test
    void T08_CA03_CA04_a_cesa_after_a_cape_of_seven_months() {
        var house = house(aCooperative())
                .with(anEntrepreneur().from("2025-03-01"))
                .told(FactKind.EARLIER_CONTRACT_BEGAN, "2024-08-01");

        var clock = house.clocks("CA-03", "associate").getFirst();
        assertThat(clock.due()).isEqualTo("2027-08-01");
        assertThat(clock.alerts())
                .containsExactly(
                        LocalDate.parse("2026-08-01"),
                        LocalDate.parse("2027-02-01"),
                        LocalDate.parse("2027-05-01"),
                        LocalDate.parse("2027-07-01"));
        assertThat(house.due("CA-04", "end")).isEqualTo("2025-03-31");
        house.told(FactKind.ASSOCIATED, "2026-05-20");
        assertThat(house.clocks("CA-03", "associate")).isEmpty();
    }

    @Test
    void CA02_two_interviews_in_any_twelve_months() {
        var house = house(aCooperative()).with(anEntrepreneur().from("2026-01-15"));

        assertThat(house.clocks("CA-02", "interview"))
                .extracting(Deadline::due)
                .containsExactly(
                        LocalDate.parse("2026-06-15"),
                        LocalDate.parse("2026-12-15"),
                        LocalDate.parse("2027-06-15"),
                        LocalDate.parse("2027-12-15"));
        assertThat(house.due("CA-02", "rolling")).isEqualTo("2027-01-15");
        house.told(FactKind.INTERVIEW_HELD, "2026-06-20");
        assertThat(house.due("CA-02", "rolling")).isEqualTo("2027-01-15");
        house.told(FactKind.INTERVIEW_HELD, "2026-11-10");
        assertThat(house.due("CA-02", "rolling")).isEqualTo("2027-06-20");
        assertThat(house.clocks("CA-02", "interview")).hasSize(2);
    }

    @Test
    void CA11_CA15_settlement_and_deliberation() {
        var house = house(aCooperative());

        assertThat(house.due("CA-15", "deliberate")).isEqualTo("2026-12-31");
        house.told(FactKind.SUPPORT_DELIBERATED, "2026-06-12").told(FactKind.ACCOUNTS_APPROVED, "2026-05-31");
        assertThat(house.due("CA-15", "deliberate")).isEqualTo("2027-12-31");
        assertThat(house.due("CA-11", "settle")).isEqualTo("2026-06-30");
    }

    @Test
    void T14_KY05_the_prefecture_is_silent() {
        var house = house(anOperator()).with(aPerson().from("2026-12-28")).told(FactKind.TITLE_EXPIRES, "2027-06-30");

        assertThat(house.due("KY-05", "ask")).isEqualTo("2026-12-24");
        var expiry = house.clocks("KY-05", "expiry").getFirst();
        assertThat(expiry.alerts())
                .containsExactly(
                        LocalDate.parse("2027-04-01"), LocalDate.parse("2027-05-01"), LocalDate.parse("2027-05-31"));
        house.told(FactKind.TITLE_CHECK_ASKED, "2026-12-23");
        assertThat(house.due("KY-05", "silence")).isEqualTo("2026-12-26");
        assertThat(house.clocks("KY-05", "ask")).isEmpty();
    }

    @ParameterizedTest(name = "T23: a contract of {0} € excl. VAT: {1} files")
    @CsvSource({"4999, 0", "5000, 3"})
    void T23_KY10_from_5000_euros_at_signature_then_every_six_months(String price, int files) {
        var house = house(anOperator())
                .with(aPerson())
                .sells(aClient(), aMission().at(fixedPrice(price)).from("2026-01-10", "2027-06-30"));

        assertThat(house.clocks("KY-10", "publish")).hasSize(files);
        if (files > 0) {
            assertThat(house.clocks("KY-10", "publish"))
                    .extracting(Deadline::due)
                    .containsExactly(
                            LocalDate.parse("2026-01-10"),
                            LocalDate.parse("2026-07-10"),
                            LocalDate.parse("2027-01-10"));
        }
    }

    @Test
    void KY10_small_missions_for_one_client_add_up() {
        var house = house(anOperator())
                .with(aPerson())
                .sells(aClient(), aMission().at(fixedPrice("3000")).from("2026-11-01", "2026-11-30"))
                .again(aMission().at(fixedPrice("2000")).from("2026-12-01", "2026-12-31"));

        assertThat(house.clocks("KY-10", "publish")).hasSize(2);
    }

    @Test
    void KY10_a_private_individual_receives_one_document() {
        var house = house(aCooperative())
                .with(anEntrepreneur())
                .sells(aConsumer(), aMission().at(fixedPrice("6000")).from("2026-10-01", "2026-12-31"));

        assertThat(house.clocks("KY-10", "certificate")).hasSize(1);
        assertThat(house.clocks("KY-10", "publish")).isEmpty();
    }

    @Test
    void KY10_of_a_mandator_the_house_collects() {
        var house = house(anOperator().in(Frame.PORTAGE_ENTREPRENEURIAL))
                .with(aPerson().under(ContractKind.MANDATE))
                .sells(aClient(), aMission().at(dailyRate("450")).from("2026-11-02", "2026-12-31"));

        assertThat(house.clocks("KY-10", "collect")).hasSize(1);
        assertThat(house.clocks("KY-10", "publish")).isEmpty();
    }

    @ParameterizedTest(name = "concluded on {0}: withdrawal until {1}")
    @CsvSource({"2026-11-02, 2026-11-16", "2026-10-28, 2026-11-12", "2026-10-31, 2026-11-16"})
    void CO03_fourteen_days_and_never_ending_on_a_day_of_rest(String concluded, LocalDate last) {
        var house = house(aCooperative())
                .with(anEntrepreneur())
                .sells(aConsumer(), aMission().forPrivateUse().from("2026-12-01", "2026-12-31"))
                .told(FactKind.SOLD_AT_A_DISTANCE, concluded);

        assertThat(house.due("CO-03", "withdrawal")).isEqualTo(last);
        assertThat(house.clocks("CO-05", "payment")).isEmpty();
        assertThat(house.clocks("CO-04", "request")).isEmpty();
    }

    @Test
    void T24_CO04_CO05_an_early_start_off_premises_needs_its_request() {
        var house = house(aCooperative())
                .with(anEntrepreneur())
                .sells(aConsumer(), aMission().forPrivateUse().from("2026-11-05", "2026-12-31"))
                .told(FactKind.SOLD_OFF_PREMISES, "2026-11-02");

        assertThat(house.due("CO-04", "request")).isEqualTo("2026-11-05");
        assertThat(house.due("CO-05", "payment")).isEqualTo("2026-11-09");
        house.told(FactKind.EARLY_START_ASKED, "2026-11-03");
        assertThat(house.clocks("CO-04", "request")).isEmpty();
    }

    @Test
    void T15_UN04_agreed_termination() {
        var house = house(anOperator())
                .with(aPerson())
                .told(FactKind.TERMINATION_SIGNED, "2026-11-23")
                .told(FactKind.APPROVAL_ASKED, "2026-12-09");

        assertThat(house.due("UN-04", "withdrawal")).isEqualTo("2026-12-08");
        assertThat(house.due("UN-04", "approval")).isEqualTo("2026-12-28");
        assertThat(house.clocks("UN-04", "approval").getFirst().data()).containsEntry("end", "2026-12-29");
    }

    @Test
    void who_has_left_is_not_watched_any_more() {
        var house = house(anOperator()).with(aPerson().from("2026-01-05").until("2026-10-31"));

        assertThat(house.clocks()).noneMatch(clock -> clock.person() != null);
    }

    @Test
    void a_house_that_begins_is_not_asked_about_its_whole_past() {
        var house = house(anOperator()).with(aPerson().from("2019-01-07")).watchedSince("2026-09-24");

        assertThat(house.clocks()).allSatisfy(clock -> assertThat(clock.due()).isAfterOrEqualTo("2026-09-24"));
    }

    @Test
    void a_duty_stays_late_and_a_milestone_passes() {
        var house =
                house(anOperator()).with(aPerson().from("2026-11-02")).told(FactKind.TITLE_CHECK_ASKED, "2026-10-28");
        var today = LocalDate.parse("2026-11-23");

        var deliver = house.clocks("PS-45", "deliver").getFirst();
        assertThat(deliver.nature()).isEqualTo(Nature.DUTY);
        assertThat(deliver.urgency(deliver.due(), false)).isEqualTo(Urgency.WEEK);
        assertThat(deliver.urgency(deliver.due().plusDays(1), false)).isEqualTo(Urgency.LATE);
        assertThat(deliver.urgency(today, true)).isEqualTo(Urgency.OVER);
        assertThat(house.clocks("KY-05", "silence").getFirst().urgency(today, false))
                .isEqualTo(Urgency.OVER);
    }

    @Test
    void each_clock_names_its_article_and_speaks_in_both_languages() {
        var portage = house(anOperator())
                .with(aPerson().from("2026-11-02"))
                .with(aPerson().under(ContractKind.CDD).from("2026-11-02").until("2027-11-01"))
                .with(aPerson().under(ContractKind.CDD).from("2026-11-02"))
                .sells(aClient(), aMission())
                .told(FactKind.TITLE_EXPIRES, "2027-11-02")
                .told(FactKind.ENTITY_CHANGES, "2027-01-02")
                .told(FactKind.TERMINATION_SIGNED, "2026-11-23")
                .told(FactKind.APPROVAL_ASKED, "2026-12-09")
                .clocks();
        var declared = house(anOperator())
                .with(aPerson())
                .told(FactKind.ACTIVITY_DECLARED, "2026-11-02")
                .told(FactKind.TITLE_CHECK_ASKED, "2026-11-02")
                .clocks();
        var cooperative = house(aCooperative())
                .with(anEntrepreneur().from("2026-03-02"))
                .sells(aConsumer(), aMission().forPrivateUse().from("2026-11-05", "2026-12-31"))
                .told(FactKind.SOLD_OFF_PREMISES, "2026-11-02")
                .told(FactKind.ACCOUNTS_APPROVED, "2026-11-02")
                .clocks();
        var mandate = house(anOperator().in(Frame.PORTAGE_ENTREPRENEURIAL))
                .with(aPerson().under(ContractKind.MANDATE))
                .sells(aClient(), aMission())
                .clocks();
        var seen = new TreeSet<String>();
        for (var clocks : java.util.List.of(portage, declared, cooperative, mandate)) {
            for (var clock : clocks) {
                seen.add(clock.messageKey());
                assertThat(clock.article()).as(clock.messageKey()).isNotBlank();
                for (var language : Language.values()) {
                    var t = Texts.in(language);
                    for (var end : java.util.List.of("", ".why", ".missed")) {
                        var sentence = t.localize(clock.messageKey() + end, clock.data());
                        assertThat(sentence)
                                .as(clock.messageKey() + end)
                                .doesNotContain("{")
                                .isNotBlank();
                    }
                }
            }
        }
        var written = new TreeSet<String>();
        for (var key : Texts.in(Language.FR).keys()) {
            if (key.matches("deadline\\.[A-Z]{2}-[0-9]+\\.[a-z]+")) written.add(key);
        }
        assertThat(seen).isEqualTo(written);
    }

    @Test
    void the_same_situation_gives_the_same_clocks_and_no_two_share_an_id() {
        var house = house(anOperator())
                .with(aPerson().from("2026-11-02"))
                .with(aPerson().from("2026-11-02"))
                .sells(aClient(), aMission().at(dailyRate("450")).from("2025-01-01", "2027-12-31"));

        assertThat(house.clocks()).isEqualTo(house.clocks());
        assertThat(house.clocks()).extracting(Deadline::id).doesNotHaveDuplicates();
    }
}
