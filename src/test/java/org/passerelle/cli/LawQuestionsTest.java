package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("./passerelle frames beside answers written by hand from the catalogue of the law (SW-01)")
class LawQuestionsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What is not said otherwise: a developer with a master's degree and a SIREN, for a company's business.
    private static final String BASE = """
            {"id": "q", "on": "2026-10-01",
             "client": {"kind": "COMPANY", "country": "FR", "purpose": "BUSINESS"},
             "service": {"activity": "developpeur", "atHome": false, "replacesStrikers": false},
             "worker": {"diplomaLevel": 7, "experienceMonths": 60, "ownSiren": true},
             "terms": {"pricePerDay": 450, "daysPerMonth": 10, "months": 6, "recourseReason": "MISSING_EXPERTISE"}}""";

    /// Each cell: may (with or without warnings), no with the rule that must refuse, ask, or – (not derived by hand).
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a public body                   | client.kind=PUBLIC_BODY                                   | may      | may      | no SP-04 | may      | may
            an association                  | client.kind=ASSOCIATION                                   | may      | may      | no SP-04 | may      | may
            a company in Germany            | client.country=DE                                         | may      | may      | no SP-04 | may      | may
            a sole trader, for the business | client.kind=SOLE_TRADER                                   | may      | may      | no SP-04 | may      | may
            a sole trader, for the home     | client.kind=SOLE_TRADER client.purpose=PRIVATE            | no PS-01 | may      | no SP-04 | may      | may
            a sole trader, careful operator | client.kind=SOLE_TRADER operator.soleTraderPolicy=REFUSE  | no PS-01 | may      | no SP-04 | may      | may
            a consumer, software            | client.kind=CONSUMER client.purpose=PRIVATE               | no PS-01 | may      | no SP-04 | may      | may
            a consumer, life coaching       | client.kind=CONSUMER client.purpose=PRIVATE service.activity=coach-vie | no PS-01 | may | no SP-04 | may | may
            a consumer, garden, declared    | client.kind=CONSUMER client.purpose=PRIVATE service.activity=II-2 service.atHome=true worker.sapDeclared=true | no PS-03 | may | may | may | may
            a consumer, housework, declared | client.kind=CONSUMER client.purpose=PRIVATE service.activity=II-1 service.atHome=true worker.sapDeclared=true | no PS-03 | may | may | may | may
            a company, cleaning of offices  | service.activity=II-1                                     | may      | may      | no SP-04 | may      | may
            childcare, house not approved   | client.kind=CONSUMER client.purpose=PRIVATE service.activity=I-1 service.atHome=true operator.sapStatus=DECLARED | no PS-03 | no SP-10 | no SP-10 | no SP-03 | –
            childcare, house approved       | client.kind=CONSUMER client.purpose=PRIVATE service.activity=I-1 service.atHome=true operator.sapStatus=APPROVED | no PS-03 | may | may | no SP-03 | –
            no diploma, 35 months           | worker.diplomaLevel=0 worker.experienceMonths=35          | no PS-06 | may      | no SP-04 | may      | may
            no diploma, 36 months           | worker.diplomaLevel=0 worker.experienceMonths=36          | may      | may      | no SP-04 | may      | may
            two years of study, no practice | worker.diplomaLevel=5 worker.experienceMonths=0           | may      | may      | no SP-04 | may      | may
            baccalauréat, no practice       | worker.diplomaLevel=4 worker.experienceMonths=0           | no PS-06 | may      | no SP-04 | may      | may
            the client's permanent work     | terms.recourseReason=PERMANENT_ACTIVITY                   | no PS-07 | may      | no SP-04 | may      | may
            36 months                       | terms.months=36                                           | may      | may      | no SP-04 | may      | may
            37 months                       | terms.months=37                                           | no PS-10 | may      | no SP-04 | may      | may
            goods sold                      | service.goods=true                                        | no PS-04 | may      | no SP-04 | no PE-01 | may
            an avocat for a company         | service.activity=avocat                                   | no PS-04 | no CA-22 | no SP-04 | no PE-01 | may
            a doctor for a consumer         | client.kind=CONSUMER client.purpose=PRIVATE service.activity=medecin | no PS-01 | no CA-22 | no SP-04 | no PE-01 | may
            a regulated profession, unnamed | service.regulatedProfession=true                          | no PS-04 | no CA-22 | no SP-04 | no PE-01 | may
            in place of strikers            | service.replacesStrikers=true                             | no PS-08 | no SW-06 | no SP-04 | no SW-06 | no DP-20
            work on the dangerous list      | service.dangerousWork=true                                | no PS-09 | no SW-06 | no SP-04 | no SW-06 | –
            no SIREN                        | worker.ownSiren=false                                     | may      | may      | no SP-04 | no PE-02 | –
            no SIREN, operator accepts      | worker.ownSiren=false operator.mandateNeedsSiren=false    | may      | may      | no SP-04 | may      | –
            the operator found the client and set the price | relation.clientFoundByOperator=true relation.priceSetByOperator=true | may | may | no SP-04 | – | may
            staff lent, portage             | relation.object="mise_à_disposition_de_personnel"         | no DP-20 | no DP-20 | no SP-04 | no DP-20 | no DP-20
            120 € a day                     | terms.pricePerDay=120 terms.daysPerMonth=15               | no PS-64 | may      | no SP-04 | may      | may
            qualification unknown           | worker.diplomaLevel=null worker.experienceMonths=null     | ask      | may      | no SP-04 | may      | may
            unknown client's purpose, sure refusal | client.kind=CONSUMER client.purpose=null worker.diplomaLevel=null | no PS-01 | may | no SP-04 | may | may
            """)
    void answers_as_the_law_says(
            String what, String said, String portage, String cae, String caeSap, String mandate, String micro) {
        var frames = frames(asking(said));

        var cells = List.of(portage, cae, caeSap, mandate, micro);
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).split(" ");
            var frame = frames.get(i);
            var verdict = frame.at("/verdict").asString();
            switch (cell[0]) {
                case "may" -> assertThat(verdict).as("%s", frame).isIn("LAWFUL", "LAWFUL_WITH_WARNINGS");
                case "ask" -> assertThat(verdict).as("%s", frame).isEqualTo("UNDECIDED");
                case "no" -> {
                    assertThat(verdict).as("%s", frame).isEqualTo("UNLAWFUL");
                    assertThat(refusals(frame)).contains(cell[1]);
                }
                case "–" -> assertThat(verdict).isNotBlank();
                default -> throw new IllegalArgumentException(cells.get(i));
            }
        }
    }

    private static List<String> refusals(JsonNode frame) {
        return frame.at("/findings")
                .valueStream()
                .filter(f -> f.at("/severity").asString().equals("REFUSE"))
                .map(f -> f.at("/ruleId").asString())
                .toList();
    }

    /// `client.kind=CONSUMER` sets one field of the question; in quotes `_` stands for a space.
    private static ObjectNode asking(String said) {
        var question = (ObjectNode) JSON.readTree(BASE);
        Arrays.stream(said.split(" ")).forEach(part -> {
            var path = part.substring(0, part.indexOf('=')).split("\\.");
            var value = part.substring(part.indexOf('=') + 1);
            boolean plain = value.matches("true|false|null|[0-9.]+");
            var text = value.startsWith("\"") ? value.replace("\"", "").replace('_', ' ') : value;
            question.withObjectProperty(path[0]).set(path[1], JSON.readTree(plain ? value : "\"" + text + "\""));
        });
        return question;
    }

    private static List<JsonNode> frames(ObjectNode question) {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(("{\"cases\":[" + question + "]}").getBytes(StandardCharsets.UTF_8));
        assertThat(FramesCommand.run(in, out, System.err)).isZero();
        return JSON.readTree(out.toByteArray())
                .at("/results/0/frames")
                .valueStream()
                .toList();
    }
}
