package org.passerelle.cli.corpus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.core.CollectionBatch;
import org.passerelle.banking.core.CollectionBatch.Sequence;
import org.passerelle.banking.core.CollectionFile;
import org.passerelle.banking.core.Mandate;
import org.passerelle.banking.core.Pain001;
import org.passerelle.banking.core.Pain008;
import org.passerelle.banking.core.TransferBatch;
import org.passerelle.banking.core.TransferFile;
import org.passerelle.kernel.CreditorId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// Bank files of the corpus: salaries and expenses, suppliers, a refund; a subscription and instalments by direct
/// debit.
final class CorpusBank {

    private static final Iban OURS = Iban.of("FR7630000000010000000001171");
    private static final Iban FIRST = Iban.of("FR7630000000010000000003305");
    private static final Iban SECOND = Iban.of("FR7630000000010000000004469");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private CorpusBank() {}

    /// By name of the file.
    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "pain.001-salaires",
                file(
                        "SAL-2026-10-1",
                        batch(
                                "SAL-2026-10-1-A",
                                true,
                                transfer("PAIE-2026-10-001", "Élise Œillet", FIRST, "2871.44", "Salaire octobre 2026"),
                                transfer("PAIE-2026-10-002", "Noé D’Ambre", SECOND, "3012.09", "Salaire octobre 2026")),
                        batch(
                                "SAL-2026-10-1-B",
                                false,
                                transfer("FRAIS-2026-10-001", "Élise Œillet", FIRST, "184.37", "Frais d’octobre"))));
        files.put(
                "pain.001-fournisseurs",
                file(
                        "FOU-2026-11-1",
                        batch(
                                "FOU-2026-11-1-A",
                                false,
                                transfer("FOU-0017", "Imprimerie & Fils", SECOND, "412.80", "Facture 2026/118"))));
        files.put(
                "pain.001-remboursement",
                file(
                        "REM-2026-11-1",
                        batch(
                                "REM-2026-11-1-A",
                                false,
                                transfer("REM-0001", "Camille Lefèvre", FIRST, "288.00", "Avoir AV-2026-000062"))));
        files.put(
                "pain.008-abonnement",
                Pain008.write(collected(
                        "PRE-2026-11-1",
                        debit(
                                "PRE-2026-11-1-A",
                                Sequence.FRST,
                                "ABO-2026-11-001",
                                "RUM-2026-0001",
                                FIRST,
                                "118.80",
                                null),
                        debit(
                                "PRE-2026-11-1-B",
                                Sequence.RCUR,
                                "ABO-2026-11-002",
                                "RUM-2025-0040",
                                SECOND,
                                "118.80",
                                new Mandate.Amendment("RUM-2025-0004", FIRST)))));
        files.put(
                "pain.008-echeance",
                Pain008.write(collected(
                        "PRE-2026-11-2",
                        debit("PRE-2026-11-2-A", Sequence.OOFF, "ECH-0031", "RUM-2026-0017", SECOND, "240.00", null),
                        debit("PRE-2026-11-2-B", Sequence.FNAL, "ECH-0032", "RUM-2026-0009", FIRST, "160.01", null))));
        return files;
    }

    private static CollectionFile collected(String id, CollectionBatch... batches) {
        return new CollectionFile(
                id,
                Instant.parse("2026-11-02T08:00:00Z"),
                "Coopérative des Vallées",
                CreditorId.of("FR72ZZZ123456"),
                OURS,
                "AGRIFRPP",
                List.of(batches));
    }

    private static CollectionBatch debit(
            String batch,
            Sequence sequence,
            String id,
            String mandate,
            Iban account,
            String amount,
            Mandate.@Nullable Amendment before) {
        var signed = new Mandate(mandate, LocalDate.of(2026, 9, 14), "Élise Œillet", account, before);
        var one = new CollectionBatch.Collection(id, signed, Money.of(amount), "Échéance de novembre 2026");
        return new CollectionBatch(batch, sequence, DAY, List.of(one));
    }

    private static byte[] file(String id, TransferBatch... batches) {
        return Pain001.write(new TransferFile(
                id, Instant.parse("2026-11-02T08:00:00Z"), "Portage des Vallées", OURS, "AGRIFRPP", List.of(batches)));
    }

    private static TransferBatch batch(String id, boolean salaries, TransferBatch.Transfer... transfers) {
        return new TransferBatch(id, salaries, DAY, List.of(transfers));
    }

    private static TransferBatch.Transfer transfer(String id, String name, Iban account, String amount, String text) {
        return new TransferBatch.Transfer(id, name, account, Money.of(amount), text);
    }
}
