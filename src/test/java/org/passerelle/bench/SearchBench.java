package org.passerelle.bench;

import java.util.List;
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
import org.passerelle.frames.Activity;
import org.passerelle.frames.Catalogue;

/// Searches of the catalogue of activities a second on one core (SP-02): what is typed right, with mistakes, and
/// what nothing has.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SearchBench {

    private static final int SHOWN = 8;

    private final Catalogue catalogue = Catalogue.standard();

    @Benchmark
    public List<Activity> typedRight() {
        return catalogue.search("soutien scolaire", SHOWN);
    }

    @Benchmark
    public List<Activity> typedWrong() {
        return catalogue.search("je suis dévelopeur web", SHOWN);
    }

    @Benchmark
    public List<Activity> nothingHasIt() {
        return catalogue.search("astrophysicienne interplanétaire", SHOWN);
    }
}
