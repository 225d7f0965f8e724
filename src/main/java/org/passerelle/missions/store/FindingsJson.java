package org.passerelle.missions.store;

import java.util.List;
import org.passerelle.kernel.Finding;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Findings as JSON: a dated proof of what was found, with the versions of the law it was found by (SW-02).
@Component
class FindingsJson {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String write(List<Finding> findings) {
        return json.writerFor(FINDINGS).writeValueAsString(findings);
    }

    List<Finding> read(String text) {
        return json.readValue(text, FINDINGS);
    }
}
