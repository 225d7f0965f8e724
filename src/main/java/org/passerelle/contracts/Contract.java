package org.passerelle.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A paper between two parties.
///
/// @param code unique in the entity: `CT-2026-0001`
/// @param facts what was said for this paper, by the key of the fact
/// @param sent null for a draft
/// @param closing why it was refused or taken back, or null
/// @param sealed the file with all signatures, null before
public record Contract(
        ContractId id,
        OperatorId operator,
        String code,
        PaperKind kind,
        PersonId person,
        @Nullable ClientId client,
        @Nullable MissionId mission,
        Map<String, String> facts,
        ContractState state,
        Instant draftedAt,
        @Nullable Sent sent,
        @Nullable Closing closing,
        List<Signature> signatures,
        @Nullable Sealed sealed) {

    public Contract {
        facts = Map.copyOf(facts);
        signatures = List.copyOf(signatures);
    }

    /// @param expiresAt after which nobody may sign any more
    /// @param read the file that the parties read
    public record Sent(Instant at, Instant expiresAt, DocumentId read, String readSha256) {}

    /// @param by who said so
    public record Closing(Instant at, String by, String reason) {}

    /// @param keyNumber of the seal
    /// @param timeStamped whether an authority vouched for the moment (level T)
    public record Sealed(DocumentId document, String sha256, int keyNumber, Instant at, boolean timeStamped) {}

    /// As it stands at that moment: what nobody signed in time is over, whether or not it was written down.
    public ContractState stateAt(Instant now) {
        var out = sent;
        if (state == ContractState.TO_SIGN && out != null && !now.isBefore(out.expiresAt)) return ContractState.EXPIRED;
        return state;
    }

    /// Whose turn it is to sign.
    ///
    /// @param signers of this kind of paper, in their order
    public Optional<Party> next(List<Party> signers) {
        if (state != ContractState.TO_SIGN) return Optional.empty();
        return signers.stream().skip(signatures.size()).findFirst();
    }
}
