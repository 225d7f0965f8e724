package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName(
        "« Règles en vigueur » in the browser: no barrier and nothing cut, by day and night, on desk and telephone")
class F010_RulesInForceInTheBrowserTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/regles",
                "/regles?mot=smic",
                "/regles?mot=qqqqqq",
                "/regles/smic_hourly",
                "/regles/vieillesse_deplafonnee",
                "/regles/pas_neutral_mainland",
                "/regles/DP_LEVEL_HIGH_NO_SHIELD",
                "/regles/article_ME-03"
            })
    void is_read_on_a_desk_and_on_a_telephone_at_night(String path) {
        var name = "rules/" + path.replaceAll("[^A-Za-z0-9]+", "-");
        try (var desk = Visitor.arrives(port, Look.DESK);
                var phone = Visitor.arrives(port, Look.PHONE.inTheDark().inEnglish())) {
            desk.opens(path);
            desk.seesNoBarrier().keepsQuietly(name + "-1280");
            phone.opens(path);
            phone.seesNoBarrier().keepsQuietly(name + "-375-dark-en");
            assertThat(phone.page().locator("h1").count()).isEqualTo(1);
        }
    }
}
