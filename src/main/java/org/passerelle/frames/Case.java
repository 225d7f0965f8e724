package org.passerelle.frames;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question together with what follows from it before any rule is asked: what the catalogue of activities
/// already answers, whether it is for a household, whether it is a service à la personne.
final class Case {

    /// Is it a service à la personne? When unknown, [#missing] says what to ask.
    ///
    /// @param activity the one of SP-02, when it is one or may be one
    record Sap(Known is, @Nullable Activity activity, List<Fact> missing) {}

    private final Question question;
    private final Statute law;
    private final Known household;
    private final Sap sap;

    Case(Question question, Statute law) {
        this.question = question;
        this.law = law;
        this.household = household(question.client());
        this.sap = sap(question.service(), household);
    }

    Question question() {
        return question;
    }

    Statute law() {
        return law;
    }

    ClientKind client() {
        return question.client().kind();
    }

    /// Bought for private life: the consumer's rules apply.
    Known household() {
        return household;
    }

    Sap sap() {
        return sap;
    }

    Known goods() {
        return answer(flag(Activity.Flag.GOODS), question.service().goods());
    }

    Known regulated() {
        return answer(flag(Activity.Flag.REGULATED), question.service().regulatedProfession());
    }

    Known dangerous() {
        return answer(flag(Activity.Flag.DANGEROUS), question.service().dangerousWork());
    }

    /// A household has no employee on strike.
    Known replacesStrikers() {
        return household == Known.YES ? Known.NO : Known.of(question.service().replacesStrikers());
    }

    /// How long the service lasts at this client, in months; a part of a month counts as a whole one.
    @Nullable
    BigDecimal months() {
        var span = question.terms().span();
        if (span == null) return question.terms().months();
        var period = Period.between(span.start(), span.end().plusDays(1));
        return BigDecimal.valueOf(period.toTotalMonths() + (period.getDays() > 0 ? 1 : 0));
    }

    private Known flag(Activity.Flag flag) {
        var activity = question.service().activity();
        return activity == null ? Known.UNKNOWN : activity.flag(flag);
    }

    // What the catalogue knows to be so is so; what it knows not to be so may still be said otherwise.
    private static Known answer(Known catalogue, @Nullable Boolean said) {
        return catalogue == Known.YES ? Known.YES : Known.of(said).or(catalogue);
    }

    private static Known household(Question.Buyer client) {
        if (client.kind() == ClientKind.CONSUMER || client.purpose() == Purpose.PRIVATE) return Known.YES;
        return client.kind() == ClientKind.SOLE_TRADER && client.purpose() == null ? Known.UNKNOWN : Known.NO;
    }

    private static Sap sap(Question.Service service, Known household) {
        var no = new Sap(Known.NO, null, List.of());
        if (Boolean.TRUE.equals(service.goods()) || Boolean.TRUE.equals(service.regulatedProfession())) return no;
        var home = Known.of(service.atHome());
        var activity = service.activity();
        if (activity == null) {
            if (home == Known.NO) return no;
            var missing = home == Known.YES ? List.of(Fact.ACTIVITY) : List.of(Fact.ACTIVITY, Fact.AT_HOME);
            return new Sap(Known.UNKNOWN, null, missing);
        }
        var service7231 = activity.sapAtHome();
        if (service7231 == null) return no;
        var yes = new Sap(Known.YES, service7231, List.of());
        if (home == Known.YES) return yes;
        // Whoever names an activity of D7231-1 for a household means the home, unless it is said not to be there;
        // some are done on the way from it by nature.
        boolean named = activity.sap() != null;
        boolean outdoorsByNature = named && service7231.doneOutsideHome();
        return switch (household) {
            case YES -> {
                if (outdoorsByNature || named && home == Known.UNKNOWN) yield yes;
                yield home == Known.NO ? no : new Sap(Known.UNKNOWN, service7231, List.of(Fact.AT_HOME));
            }
            case NO -> named && home == Known.UNKNOWN ? new Sap(Known.UNKNOWN, service7231, List.of(Fact.AT_HOME)) : no;
            case UNKNOWN ->
                home == Known.NO && !outdoorsByNature ? no : new Sap(Known.UNKNOWN, service7231, List.of(Fact.PURPOSE));
        };
    }
}
