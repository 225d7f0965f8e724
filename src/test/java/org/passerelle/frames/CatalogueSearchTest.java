package org.passerelle.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.InvalidValue;

@DisplayName("SP-02: the catalogue of activities, and how people find themselves in it")
class CatalogueSearchTest {

    private final Catalogue catalogue = Catalogue.standard();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "soutien scolaire, II-5",
        "soutient scolaire, II-5",
        "développeur, developpeur",
        "developpeuse, developpeur",
        "dévelopeur, developpeur",
        "garde d enfant, I-1",
        "jardinage, II-2",
        "plombié, plomberie",
        "coach de vie, coach-vie",
        "je suis développeur, developpeur",
        "dévelopeur web, developpeur",
        "web designer, graphisme",
        "nourice, I-1",
        "professeur de yoga, professeur-sport",
        "promener des chiens, garde-animaux",
        "ostéopate, osteopathie",
        "courtier, courtage",
        "femme de menage, II-1",
        "prof de math, II-5",
        "kiné, kinesitherapeute",
        "expert comptable, expert-comptable",
        "plombier, plomberie",
        "avocat, avocat",
        "coach, coach-professionnel",
        "traductrice, traduction",
        "II-11, II-11",
        "tutoring, II-5",
        "lawyer, avocat"
    })
    void what_people_type_is_found_first(String typed, String code) {
        assertThat(catalogue.search(typed, 5))
                .first()
                .extracting(Activity::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"qqqqqqq", "''", "de la"})
    void what_resembles_nothing_finds_nothing(String typed) {
        assertThat(catalogue.search(typed, 5)).isEmpty();
    }

    @Test
    void the_twenty_six_services_stand_there_with_regime_and_vat() {
        var services = catalogue.all().stream().filter(a -> a.sap() != null).toList();

        assertThat(services).hasSize(26).allSatisfy(a -> {
            assertThat(a.sap()).isNotNull();
            assertThat(a.sap().vat()).isNotEmpty();
        });
        assertThat(services.stream().filter(Activity::needsApproval).map(Activity::code))
                .containsExactly("I-1", "I-2", "I-3", "I-4", "I-5");
        assertThat(services.stream().filter(a -> a.sap().homePack()).map(Activity::code))
                .containsExactly("I-2", "I-4", "I-5", "II-8", "II-9", "II-10", "II-15", "II-18", "II-19");
    }

    @Test
    void there_are_professions_of_every_kind() {
        assertThat(catalogue.all().stream().filter(a -> a.sap() == null)).hasSizeGreaterThanOrEqualTo(80);
        assertThat(catalogue.get("medecin").flag(Activity.Flag.REGULATED)).isEqualTo(Known.YES);
        assertThat(catalogue.get("creation-artisanale").flag(Activity.Flag.GOODS))
                .isEqualTo(Known.YES);
        assertThat(catalogue.get("desamiantage").flag(Activity.Flag.DANGEROUS)).isEqualTo(Known.YES);
        assertThat(catalogue.get("maconnerie").flag(Activity.Flag.DANGEROUS)).isEqualTo(Known.UNKNOWN);
        assertThat(catalogue.get("developpeur").flag(Activity.Flag.REGULATED)).isEqualTo(Known.NO);
    }

    @Test
    void an_unknown_code_is_named() {
        assertThatThrownBy(() -> catalogue.get("II-99")).isInstanceOfSatisfying(InvalidValue.class, e -> {
            assertThat(e.code()).isEqualTo("activity.unknown");
            assertThat(e.text()).isEqualTo("II-99");
        });
    }

    @Test
    void an_unknown_key_stops_the_reading() {
        var entry = Map.of("code", "x", "family", "y", "fr", "X", "en", "X", "colour", "red");

        assertThatThrownBy(() -> Catalogue.parse(Map.of("professions", List.of(entry))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown key colour");
    }
}
