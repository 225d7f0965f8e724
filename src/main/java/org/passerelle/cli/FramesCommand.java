package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.passerelle.frames.Fact;
import org.passerelle.frames.FrameAdvice;
import org.passerelle.frames.FrameVerdict;
import org.passerelle.frames.Frames;
import org.passerelle.frames.Sentences;
import org.passerelle.kernel.Finding;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./passerelle frames < questions.json`: which frame is lawful, for many cases, one after the other and with no more
/// memory than one of them needs. A case that is not as it should be says so and does not stop the others.
/// The form of input and output is in docs/frames.md.
public final class FramesCommand {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private FramesCommand() {}

    /// @return 0 when every case was read, though some may carry an error; 2 when the input is no such JSON
    public static int run(InputStream in, OutputStream out, PrintStream err) {
        var laws = Laws.load();
        try (var output = JSON.createGenerator(out);
                var input = JSON.createParser(in)) {
            output.writeStartObject();
            output.writeArrayPropertyStart("results");
            var problem = answerAll(input, output, laws);
            output.writeEndArray();
            output.writeEndObject();
            output.writeRaw('\n');
            output.flush();
            if (problem.isEmpty()) return 0;
            err.println("frames: " + problem);
            return 2;
        }
    }

    /// @return what is wrong with the input as a whole, or an empty text
    private static String answerAll(JsonParser input, JsonGenerator output, Laws laws) {
        try {
            if (input.nextToken() != JsonToken.START_OBJECT) return "the input must be an object with \"cases\"";
            boolean found = false;
            while (input.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean cases = input.currentName().equals("cases");
                var value = input.nextToken();
                if (!cases) {
                    input.skipChildren();
                    continue;
                }
                if (value != JsonToken.START_ARRAY) return "\"cases\" must be a list";
                found = true;
                while (input.nextToken() != JsonToken.END_ARRAY) answer(input.readValueAsTree(), output, laws);
            }
            return found ? "" : "the input has no \"cases\"";
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            return e.getOriginalMessage() + place;
        }
    }

    private static void answer(JsonNode node, JsonGenerator output, Laws laws) {
        output.writeStartObject();
        var id = node.isObject() ? node.get("id") : null;
        output.writeName("id");
        if (id == null) output.writeNull();
        else output.writeTree(id);
        try {
            if (id == null || !(id.isString() || id.isIntegralNumber())) {
                throw new FrameCase.BadCase("id", id == null ? "is missing" : "must be a text");
            }
            var question = FrameCase.read(node);
            write(Frames.advise(question, laws.on(question.on())), output);
        } catch (FrameCase.BadCase e) {
            error(e.field(), String.valueOf(e.getMessage()), output);
        } catch (NoVersion e) {
            error("on", "the law is not known for that day: " + e.getMessage(), output);
        }
        output.writeEndObject();
    }

    private static void error(String field, String message, JsonGenerator output) {
        output.writeObjectPropertyStart("error");
        output.writeStringProperty("field", field);
        output.writeStringProperty("message", message);
        output.writeEndObject();
    }

    private static void write(FrameAdvice advice, JsonGenerator output) {
        output.writeArrayPropertyStart("frames");
        for (var verdict : advice.frames()) write(verdict, output);
        output.writeEndArray();
    }

    private static void write(FrameVerdict verdict, JsonGenerator output) {
        output.writeStartObject();
        output.writeStringProperty("frame", verdict.frame().name());
        output.writeStringProperty("verdict", verdict.verdict().name());
        output.writeArrayPropertyStart("findings");
        for (var finding : verdict.findings()) write(finding, output);
        output.writeEndArray();
        output.writeArrayPropertyStart("questions");
        for (var fact : verdict.questions()) write(fact, output);
        output.writeEndArray();
        output.writeEndObject();
    }

    private static void write(Finding finding, JsonGenerator output) {
        output.writeStartObject();
        output.writeStringProperty("ruleId", finding.ruleId());
        output.writeStringProperty("severity", finding.severity().name());
        output.writeStringProperty("article", finding.article());
        both("message", output, Sentences.of(finding, Locale.FRENCH), Sentences.of(finding, Locale.ENGLISH));
        Sentences.wayOut(finding, Locale.FRENCH)
                .ifPresent(fr -> both(
                        "wayOut",
                        output,
                        fr,
                        Sentences.wayOut(finding, Locale.ENGLISH).orElse(fr)));
        Frames.overridableBy(finding).ifPresent(role -> output.writeStringProperty("overridableBy", role.name()));
        output.writeObjectPropertyStart("data");
        finding.data().entrySet().stream()
                .filter(d -> !d.getKey().equals(Frames.OVERRIDE))
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(d -> output.writeStringProperty(d.getKey(), d.getValue()));
        output.writeEndObject();
        output.writeObjectPropertyStart("parameterVersions");
        finding.parameterVersions().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(
                        v -> output.writeStringProperty(v.getKey(), v.getValue().toString()));
        output.writeEndObject();
        output.writeStringProperty("on", finding.on().toString());
        output.writeEndObject();
    }

    private static void write(Fact fact, JsonGenerator output) {
        output.writeStartObject();
        output.writeStringProperty("code", fact.code());
        output.writeStringProperty("field", fact.field());
        both("message", output, Sentences.of(fact, Locale.FRENCH), Sentences.of(fact, Locale.ENGLISH));
        output.writeEndObject();
    }

    private static void both(String name, JsonGenerator output, String fr, String en) {
        output.writeObjectPropertyStart(name);
        output.writeStringProperty("fr", fr);
        output.writeStringProperty("en", en);
        output.writeEndObject();
    }
}
