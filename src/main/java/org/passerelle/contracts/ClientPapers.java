package org.passerelle.contracts;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.core.Templates;
import org.passerelle.contracts.store.ClientPaperStore;
import org.passerelle.contracts.store.ContractStore;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.documents.intake.Intake;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Contracts that clients wrote themselves: handed in as a PDF, read by somebody who ticks which of the nine mentions
/// stand in it, annexed to the amendment that adds the others (PS-56).
@Service
public class ClientPapers {

    private static final String PDF = "application/pdf";
    private static final int LONGEST_NAME = 120;

    private final ContractStore contracts;
    private final ClientPaperStore store;
    private final Documents documents;
    private final Trail trail;
    private final Intents intents;
    private final Clock clock;

    ClientPapers(
            ContractStore contracts,
            ClientPaperStore store,
            Documents documents,
            Trail trail,
            Intents intents,
            Clock clock) {
        this.contracts = contracts;
        this.store = store;
        this.documents = documents;
        this.trail = trail;
        this.intents = intents;
        this.clock = clock;
    }

    /// The nine mentions of L1254-23, in the order of the article.
    public static List<Mention> mentions() {
        return Templates.standard().of(PaperKind.COMMERCIAL).mentions().stream()
                .filter(one -> one.rule().equals("PS-56"))
                .toList();
    }

    /// Annexes a client's contract to a draft, or says anew what stands in the one that is there.
    ///
    /// @param file null to keep the file that is there
    /// @param has ids of the mentions that stand in it; others are left out
    /// @throws InvalidValue `file.…` for a file that is not taken, `client_paper.pdf` for one that is no PDF,
    ///     `client_paper.file` when there is none yet
    /// @throws IllegalStateException when the amendment was sent already, or is none
    @Transactional
    public ClientPaper annex(ContractId id, byte @Nullable [] file, String fileName, List<String> has, UUID intent) {
        var contract = contracts.lock(id).orElseThrow();
        if (contract.kind() != PaperKind.COMMERCIAL_SUPPLEMENT || contract.state() != ContractState.DRAFT) {
            throw new IllegalStateException("nothing is annexed to " + id);
        }
        var found = mentions().stream().map(Mention::id).filter(has::contains).toList();
        var wish = intents.wish(
                contract.operator(),
                intent,
                "client_paper",
                id,
                file == null ? "" : java.util.Base64.getEncoder().encodeToString(file),
                String.join(",", found));
        var before = store.of(contract);
        if (wish.isDone()) return before.orElseThrow();
        DocumentId document;
        String sha256;
        String name;
        if (file == null) {
            var kept = before.orElseThrow(() -> new InvalidValue("client_paper.file", ""));
            document = kept.document();
            sha256 = kept.sha256();
            name = kept.fileName();
        } else {
            var accepted = Intake.PROOF.accept(file);
            if (!accepted.mediaType().equals(PDF)) throw new InvalidValue("client_paper.pdf", "");
            name = named(fileName);
            var stored = documents.storeFor(
                    contract.person().value(),
                    Keeping.CONTRACT,
                    contract.operator(),
                    "client_paper",
                    name,
                    PDF,
                    accepted.content());
            document = stored.id();
            sha256 = stored.sha256();
        }
        var paper = new ClientPaper(
                before.map(ClientPaper::version).orElse(0) + 1,
                document,
                sha256,
                name,
                found,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Scopes.current().actor());
        store.insert(contract, paper);
        intents.keep(wish);
        trail.record(contract.operator(), "contract.annexed", "contract", id.toString(), Map.of("sha256", sha256));
        return paper;
    }

    @Transactional(readOnly = true)
    public Optional<ClientPaper> of(Contract contract) {
        return store.of(contract);
    }

    /// @throws java.util.NoSuchElementException when nothing is annexed
    @Transactional(readOnly = true)
    public byte[] file(Contract contract) {
        return documents.content(store.of(contract).orElseThrow().document());
    }

    private static String named(String fileName) {
        var bare = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (bare.isEmpty()) return ClientPaper.ANNEX;
        return bare.length() > LONGEST_NAME ? bare.substring(0, LONGEST_NAME) : bare;
    }
}
