package org.passerelle.pay;

import tools.jackson.databind.JsonNode;

/// The reference payslips of the domain, one lone month each.
record PayCase(String id, PayInput input, JsonNode expected) {

    @Override
    public String toString() {
        return id;
    }
}
