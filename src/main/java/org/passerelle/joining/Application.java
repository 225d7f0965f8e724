package org.passerelle.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;

/// Somebody who wants to work through an entity, and how far they are.
///
/// @param email confirmed by the link that opened the account
/// @param answers what was said so far; sealed in the database
/// @param proofs the ones that stand, one of a kind
/// @param titleAsked day on which the prefecture was asked (KY-05)
/// @param admitted what was made of it, null before
public record Application(
        ApplicationId id,
        OperatorId operator,
        UserId user,
        String email,
        ApplicationState state,
        Answers answers,
        List<Proof> proofs,
        Instant openedAt,
        Instant savedAt,
        @Nullable Instant submittedAt,
        @Nullable String declineReason,
        @Nullable LocalDate titleAsked,
        @Nullable TitleAnswer titleAnswer,
        @Nullable Admitted admitted) {

    public Application {
        proofs = List.copyOf(proofs);
    }

    /// @param client null when the house knew no mission yet
    public record Admitted(
            PersonId person,
            @Nullable ClientId client,
            @Nullable MissionId mission) {}

    public Optional<Proof> proof(ProofKind kind) {
        return proofs.stream().filter(proof -> proof.kind() == kind).findFirst();
    }

    /// As the house calls the applicant: the e-mail until a name was typed.
    public String name() {
        var name = (answers.text("firstName") + " " + answers.text("lastName")).strip();
        return name.isEmpty() ? email : name;
    }
}
