package org.passerelle.bench;

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
import org.passerelle.invoicing.core.CiiWriter;
import org.passerelle.invoicing.core.FacturX;
import org.passerelle.invoicing.core.InvoiceDocument;
import org.passerelle.invoicing.core.Invoices;

/// Complete Factur-X invoices a second on one core: XML, page, PDF/A-3b, attachment.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class InvoiceBench {

    private final InvoiceDocument business = Invoices.business().build();
    private final InvoiceDocument consumer = Invoices.consumer().build();

    @Benchmark
    public byte[] completeInvoice() {
        return FacturX.render(business);
    }

    @Benchmark
    public byte[] completeInvoiceOfAConsumer() {
        return FacturX.render(consumer);
    }

    @Benchmark
    public byte[] xmlAlone() {
        return CiiWriter.write(business);
    }
}
