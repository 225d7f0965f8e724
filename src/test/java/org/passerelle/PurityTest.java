package org.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;

/// Decisions are pure: the same question has the same answer on every machine and at every hour.
@AnalyzeClasses(packages = "org.passerelle", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

    private static final String[] PURE = {
        "org.passerelle.kernel..",
        "org.passerelle.law..",
        "org.passerelle.pay..",
        "org.passerelle.frames..",
        "org.passerelle..core..",
    };

    @ArchTest
    static final ArchRule core_knows_no_framework_and_no_database = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "org.postgresql..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule core_asks_no_clock_and_no_chance = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are a clock or chance",
                    (JavaClass type) ->
                            type.isEquivalentTo(Clock.class) || type.isEquivalentTo(java.util.Random.class)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_one_bean_looks_at_the_clock_of_the_machine = noClasses()
            .that()
            .haveNameNotMatching(".*\\.TimeConfiguration")
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("reads the clock of the machine", PurityTest::readsTheClock));

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        boolean clock = owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
        boolean now = access.getName().equals("now")
                && List.of(Instant.class, LocalDate.class, LocalDateTime.class, YearMonth.class, ZonedDateTime.class)
                        .stream()
                        .anyMatch(owner::isEquivalentTo)
                && access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget call
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return clock || now;
    }
}
