package org.passerelle.invoicing.core;

import java.util.Map;

/// Why an invoice cannot be issued: one field, one reason. The sentence is the message [#messageKey], its
/// placeholders filled from [#data] by name.
///
/// @param field where the mistake sits: `buyer.siren`, `items[0].quantity`
/// @param code `buyer.siren.missing`
/// @param rule what refuses it: `BR-FR-11`, `IN-12`, `CO-08`
public record Obstacle(String field, String code, String rule, Map<String, String> data) {

    public Obstacle {
        data = Map.copyOf(data);
    }

    public String messageKey() {
        return "invoicing.obstacle." + code;
    }
}
