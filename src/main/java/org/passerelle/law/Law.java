package org.passerelle.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// The law as it stands on one day. Every question about a parameter without a version for that day ends in
/// [NoVersion], which names the code and the day.
public final class Law {

    private final LocalDate day;
    private final Period period;

    Law(LocalDate day, Period period) {
        this.day = day;
        this.period = period;
    }

    public LocalDate day() {
        return day;
    }

    /// The span of days around [#day()] in which no parameter changes. Equal spans are the same object, so that
    /// what is derived from the law can be kept by span.
    public Period period() {
        return period;
    }

    public boolean covers(String code) {
        return period.versions().containsKey(code);
    }

    public Version version(String code) {
        var version = period.versions().get(code);
        if (version == null) throw new NoVersion(code, day);
        return version;
    }

    public Parameter parameter(String code) {
        var parameter = period.parameters().get(code);
        if (parameter == null) throw new NoVersion(code, day);
        return parameter;
    }

    /// First day of the version that stands today.
    public LocalDate since(String code) {
        return version(code).from();
    }

    /// First day of the version of each of these parameters, for a finding or an explanation.
    public Map<String, LocalDate> versions(String... codes) {
        var days = new java.util.TreeMap<String, LocalDate>();
        for (String code : codes) days.put(code, since(code));
        return days;
    }

    public Rate rate(String code) {
        return content(code, Content.Proportion.class).rate();
    }

    public Rate employee(String code) {
        return content(code, Content.Shares.class).employee();
    }

    public Rate employer(String code) {
        return content(code, Content.Shares.class).employer();
    }

    public Amount amount(String code) {
        return money(code).exact();
    }

    public Money money(String code) {
        return content(code, Content.Sum.class).amount();
    }

    /// @throws ArithmeticException when the parameter is no whole number
    public int number(String code) {
        return decimal(code).intValueExact();
    }

    public BigDecimal decimal(String code) {
        return content(code, Content.Number.class).value();
    }

    public Brackets table(String code) {
        return content(code, Content.Scale.class).brackets();
    }

    public String text(String code) {
        return content(code, Content.Words.class).text();
    }

    public String article(String code) {
        return version(code).article();
    }

    public String source(String code) {
        return version(code).source();
    }

    public String label(String code) {
        return parameter(code).label();
    }

    private <C extends Content> C content(String code, Class<C> kind) {
        var content = version(code).content();
        if (!kind.isInstance(content)) {
            throw new IllegalArgumentException(code + " is no " + kind.getSimpleName() + " but " + content);
        }
        return kind.cast(content);
    }
}
