package org.passerelle.kernel;

import java.time.LocalDate;
import java.util.Map;

/// What a rule found (SW-02). Its sentence is the message `rule.<ruleId>` (or `rule.<ruleId>.<variant>`),
/// filled with [#data] by name.
///
/// @param ruleId id of the rule in the catalogue: `PS-01`
/// @param variant which of the rule's sentences applies, or empty for its only one
/// @param article the article as it is cited on that day: `C. trav. L1254-1`
/// @param data values that the sentence names
/// @param parameterVersions code of each dated parameter used → first day of the version used
/// @param on the day for which the law was asked
public record Finding(
        String ruleId,
        String variant,
        Severity severity,
        String article,
        Map<String, String> data,
        Map<String, LocalDate> parameterVersions,
        LocalDate on) {

    public Finding {
        data = Map.copyOf(data);
        parameterVersions = Map.copyOf(parameterVersions);
    }

    /// Key of the sentence in the message files.
    public String messageKey() {
        return variant.isEmpty() ? "rule." + ruleId : "rule." + ruleId + "." + variant;
    }
}
