package org.passerelle.kernel;

import java.util.UUID;

/// Names a paper of the module contracts. Random, never a counter (S-17).
public record ContractId(UUID value) {

    public static ContractId random() {
        return new ContractId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static ContractId of(String text) {
        return new ContractId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
