package org.passerelle.payroll.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.passerelle.payroll.Sheet;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Sheets as JSON: the components of the records and nothing derived.
final class SheetJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(
                    all -> all.withVisibility(com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                            .withVisibility(com.fasterxml.jackson.annotation.PropertyAccessor.FIELD, Visibility.ANY)
                            .withVisibility(com.fasterxml.jackson.annotation.PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SheetJson() {}

    static String write(Sheet sheet) {
        return MAPPER.writeValueAsString(sheet);
    }

    static Sheet read(String json) {
        return MAPPER.readValue(json, Sheet.class);
    }
}
