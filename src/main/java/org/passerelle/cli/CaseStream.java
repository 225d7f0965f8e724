package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.BiConsumer;
import org.passerelle.law.NoVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One list of cases in, one list of answers out, one case at a time: memory does not grow with the file.
/// A case that cannot be read is answered with its field and the reason, and the next one goes on.
final class CaseStream {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final String listName;
    private final String answerName;
    private final String command;

    /// @param listName field that holds the cases
    /// @param answerName field that holds the answers
    CaseStream(String command, String listName, String answerName) {
        this.command = command;
        this.listName = listName;
        this.answerName = answerName;
    }

    /// @param answer writes the fields of one answer after its id, and nothing at all when it throws
    /// @return 0, or 2 when the file is no JSON of the expected shape
    int run(InputStream in, OutputStream out, PrintStream err, BiConsumer<JsonNode, JsonGenerator> answer) {
        try (JsonParser parser = JSON.createParser(in);
                JsonGenerator json = JSON.createGenerator(out)) {
            if (!toList(parser)) {
                err.println(command + ": the file must be an object with a list \"" + listName + "\"");
                return 2;
            }
            json.writeStartObject();
            json.writeArrayPropertyStart(answerName);
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                JsonNode node = parser.readValueAsTree();
                one(index, node, json, answer);
                json.writeRaw('\n');
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            return 0;
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            err.println(command + ": no readable JSON: " + e.getOriginalMessage() + where);
            return 2;
        }
    }

    /// Answers cases that came in another form than JSON.
    ///
    /// @param answer writes the fields of one answer, its id first
    <T> void answer(OutputStream out, Iterable<T> cases, BiConsumer<T, JsonGenerator> answer) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart(answerName);
            for (T one : cases) {
                json.writeStartObject();
                answer.accept(one, json);
                json.writeEndObject();
                json.writeRaw('\n');
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private boolean toList(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) return false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(listName);
            if (parser.nextToken() == JsonToken.START_ARRAY && found) return true;
            parser.skipChildren();
        }
        return false;
    }

    private static void one(int index, JsonNode node, JsonGenerator json, BiConsumer<JsonNode, JsonGenerator> answer) {
        json.writeStartObject();
        var id = node.isObject() ? node.get("id") : null;
        json.writeStringProperty("id", id == null || id.isContainer() ? "#" + (index + 1) : id.asString());
        try {
            if (!node.isObject()) throw new BadField("case", "must be an object");
            answer.accept(node, json);
        } catch (BadField e) {
            error(json, e.field(), e.message());
        } catch (NoVersion e) {
            error(json, "input.date", String.valueOf(e.getMessage()));
        } catch (ArithmeticException | IllegalArgumentException e) {
            // beyond what any field allows on its own; nothing was written yet
            error(json, "input", String.valueOf(e.getMessage()));
        }
        json.writeEndObject();
    }

    private static void error(JsonGenerator json, String field, String message) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("field", field);
        json.writeStringProperty("message", message);
        json.writeEndObject();
    }
}
