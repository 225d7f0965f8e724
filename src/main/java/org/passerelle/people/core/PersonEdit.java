package org.passerelle.people.core;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.people.Employment;
import org.passerelle.people.Person;

/// What a change makes of a worker's file, and what it may not make of it once a payslip was given.
public final class PersonEdit {

    /// As far as a calendar in years of four digits goes.
    private static final int LAST_YEAR = 9999;

    private PersonEdit() {}

    /// Who the person is stands on the payslips given (BP-01); the dates of the contract decided what they paid.
    ///
    /// @param paid the last month paid; null while there is none
    /// @throws InvalidValue `nir.paid`, `birth_date.paid`, `entry.paid`, `exit.paid`
    public static void check(Person before, Person after, @Nullable Month paid) {
        if (paid == null) return;
        if (!before.nir().equals(after.nir())) throw new InvalidValue("nir.paid", "");
        if (!before.birthDate().equals(after.birthDate())) throw new InvalidValue("birth_date.paid", "");
        var old = before.employment();
        var now = after.employment();
        if (!old.entry().equals(now.entry())) throw new InvalidValue("entry.paid", "");
        if (Objects.equals(old.exit(), now.exit())) return;
        var end = paid.lastDay();
        boolean endedInAPaidMonth = old.exit() != null && !old.exit().isAfter(end);
        boolean endsInAPaidMonth = now.exit() != null && !now.exit().isAfter(end);
        if (endedInAPaidMonth || endsInAPaidMonth) throw new InvalidValue("exit.paid", paid.toString());
    }

    /// What decides pay changes from a month that was not paid yet, and not before the contract.
    ///
    /// @throws InvalidValue `month.paid`, `month.before_entry`
    public static void check(Month from, Employment employment, @Nullable Month paid) {
        if (from.year() > LAST_YEAR) throw new InvalidValue("month.format", from.toString());
        if (from.compareTo(first(employment, paid)) >= 0) return;
        throw paid == null
                ? new InvalidValue("month.before_entry", from.toString())
                : new InvalidValue("month.paid", paid.toString());
    }

    /// The first month from which something may change.
    public static Month first(Employment employment, @Nullable Month paid) {
        var entry = Month.containing(employment.entry());
        return paid == null || paid.next().compareTo(entry) < 0 ? entry : paid.next();
    }

    /// Which fields of the file changed; never what they hold (S-44).
    public static Set<String> fields(Person before, Person after) {
        var changed = new TreeSet<String>();
        if (!before.nir().equals(after.nir())) changed.add("nir");
        if (!before.birthDate().equals(after.birthDate())) changed.add("birth");
        if (!before.name().equals(after.name())) changed.add("name");
        if (!before.address().equals(after.address())) changed.add("address");
        if (!before.email().equals(after.email())) changed.add("email");
        if (!before.qualification().equals(after.qualification())) changed.add("qualification");
        if (!Objects.equals(before.ownSiren(), after.ownSiren())) changed.add("own_siren");
        if (before.sapDeclared() != after.sapDeclared()) changed.add("sap");
        if (!before.employment().entry().equals(after.employment().entry())) changed.add("entry");
        if (!Objects.equals(before.employment().exit(), after.employment().exit())) changed.add("exit");
        return changed;
    }

    /// Which terms of the contract changed; of a sum never what it is.
    public static Set<String> fields(Employment before, Employment after) {
        var changed = new TreeSet<String>();
        if (before.cadre() != after.cadre()) changed.add("cadre");
        if (before.step() != after.step()) changed.add("step");
        if (before.hoursPerWeek().compareTo(after.hoursPerWeek()) != 0) changed.add("hours");
        if (!before.job().equals(after.job())) changed.add("job");
        if (!before.fixedPart().equals(after.fixedPart())) changed.add("fixed");
        if (!Objects.equals(before.requestedGross(), after.requestedGross())) changed.add("gross_wished");
        return changed;
    }
}
