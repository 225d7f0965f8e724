package org.passerelle.workspace.bureau;

import java.util.UUID;
import java.util.function.Function;
import org.passerelle.documents.Documents;
import org.passerelle.documents.intake.Intake;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.operators.Operators;
import org.passerelle.operators.SignOff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A legal opinion and its paper are kept together or not at all.
@Component
class SignOffs {

    private static final String PDF = "application/pdf";

    private final Operators operators;
    private final Documents documents;

    SignOffs(Operators operators, Documents documents) {
        this.operators = operators;
        this.documents = documents;
    }

    /// @param made the opinion once its paper has an id
    /// @throws InvalidValue `file.…` for a file that is refused ([Intake]), `sign_off.…` for what it says
    @Transactional
    public void keep(OperatorId operator, Function<DocumentId, SignOff> made, byte[] paper, UUID intent) {
        made.apply(DocumentId.random());
        var clean = Intake.PROOF.accept(paper);
        if (!clean.mediaType().equals(PDF)) throw new InvalidValue("sign_off.pdf", "");
        var stored = documents.store(operator, "legal_opinion", "avis-association.pdf", PDF, clean.content());
        operators.signOff(operator, made.apply(stored.id()), intent);
    }
}
