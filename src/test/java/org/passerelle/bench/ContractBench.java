package org.passerelle.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.contracts.seal.SomeSeal;

/// Contracts filled and drawn as PDF/A-3b files, and PAdES seals, a second on one core.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ContractBench {

    private final Map<String, String> facts = SomePapers.facts(PaperKind.PORTAGE_CDD);
    private final byte[] drawn = SomePapers.toRead(PaperKind.PORTAGE_CDD);

    @Benchmark
    public byte[] contractPdf() {
        return SomePapers.toRead(SomePapers.paper(PaperKind.PORTAGE_CDD, facts));
    }

    @Benchmark
    public byte[] contractSealed() {
        return SomeSeal.on(drawn);
    }
}
