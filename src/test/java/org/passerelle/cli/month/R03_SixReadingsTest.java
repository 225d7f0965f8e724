package org.passerelle.cli.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.compte.Category;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.Ledger;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.platform.audit.Audit;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// October is the example; November and December are made from it by chance, with another turnover, half-days, other
/// expenses and payments in part. The database is this class's own.
@PasserelleTest
@TestPropertySource(properties = "a-database-of-its-own=R-03")
@DisplayName("R-03: ledger, trial balance, comptes, FEC, payslips and bank orders agree to the cent")
class R03_SixReadingsTest {

    private static final long SEED = 20261123;
    private static final Pattern CONTROL_SUM = Pattern.compile("<CtrlSum>([0-9.]+)</CtrlSum>");

    @Autowired
    MonthLoader loader;

    @Autowired
    Ledger ledger;

    @Autowired
    Compte compte;

    @Autowired
    People people;

    @Autowired
    Payslips payslips;

    @Autowired
    PaymentOrders orders;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void after_each_month_of_a_quarter_with_seed_20261123() {
        var random = new Random(SEED);
        var october = MonthFolder.read(Path.of("examples/2026-10"));
        agree(october, loader.load(october, (_, _) -> {}), List.of(october.month()));

        var november = later(october, Month.of(2026, 11), LocalDate.of(2026, 12, 9), 28, random);
        payInPart(november, random);
        agree(november, loader.load(november, (_, _) -> {}), List.of(october.month(), november.month()));

        var december = later(october, Month.of(2026, 12), LocalDate.of(2026, 12, 31), 63, random);
        payInPart(december, random);
        agree(
                december,
                loader.load(december, (_, _) -> {}),
                List.of(october.month(), november.month(), december.month()));
    }

    /// Whole weeks later, so that working days stay working days.
    private static MonthFolder later(MonthFolder folder, Month month, LocalDate payDay, int days, Random random) {
        var activity = new ArrayList<MonthFolder.ActivityLine>();
        for (var line : folder.activity()) {
            var day = line.day().plusDays(days);
            var goesOn = folder.missions().stream()
                    .filter(mission -> mission.code().equals(line.mission()))
                    .allMatch(mission -> !mission.terms().dates().end().isBefore(day));
            if (!month.contains(day) || !goesOn || random.nextInt(5) == 0) continue;
            boolean half = line.unit() == org.passerelle.activity.ActivityUnit.DAY && random.nextInt(4) == 0;
            activity.add(new MonthFolder.ActivityLine(
                    line.place(),
                    line.person(),
                    day,
                    line.kind(),
                    line.mission(),
                    half ? new java.math.BigDecimal("0.5") : line.quantity(),
                    line.unit()));
        }
        var expenses = new ArrayList<MonthFolder.ExpenseLine>();
        for (var line : folder.expenses()) {
            var day = line.day().plusDays(days);
            if (!month.contains(day)) continue;
            var more = Money.ofCents(random.nextInt(5_000));
            expenses.add(new MonthFolder.ExpenseLine(
                    line.number(),
                    line.person(),
                    day,
                    line.category(),
                    line.label(),
                    line.mission(),
                    line.gross().plus(more),
                    line.vat(),
                    line.rebilled(),
                    line.receiptName(),
                    line.receipt()));
        }
        return new MonthFolder(
                month,
                month.lastDay(),
                payDay,
                folder.groups(),
                folder.operators(),
                folder.people(),
                folder.clients(),
                folder.missions(),
                activity,
                expenses,
                List.of(),
                folder.places());
    }

    private void payInPart(MonthFolder folder, Random random) {
        for (var entity : folder.operators()) {
            var operator = entity.operator().id();
            for (var invoice : in(operator, () -> invoicing.open(operator))) {
                var share = Money.ofCents(1 + random.nextLong(invoice.open().cents()));
                var day = folder.month().firstDay().plusDays(random.nextInt(20));
                in(operator, () -> invoicing.settle(operator, invoice.id(), share, BankLineId.random(), day));
            }
        }
    }

    private void agree(MonthFolder folder, MonthResult result, List<Month> months) {
        assertThat(audit.check()).allSatisfy(one -> assertThat(one.breaches()).isEmpty());
        for (var entity : result.entities()) {
            assertThat(entity.payroll().payslips()).isNotEmpty();
            var operator = entity.operator().id();
            in(operator, () -> {
                agree(operator, folder, months);
                return null;
            });
        }
    }

    /// The six readings of one legal entity since it began.
    private void agree(OperatorId operator, MonthFolder folder, List<Month> months) {
        var book = ledger(operator);
        var balance = new TreeMap<String, Money>();
        ledger.trialBalance(operator).rows().forEach(row -> balance.merge(row.account(), row.balance(), Money::plus));
        assertThat(balance).isEqualTo(book);

        var fec = fec(operator, folder.month().year());
        assertThat(fec).isEqualTo(sub(book, account -> !account.startsWith("9")));

        var slips = months.stream()
                .flatMap(month -> payslips.all(operator, month).stream())
                .toList();
        var gross = total(slips, IssuedPayslip::gross);
        var net = total(slips, slip -> slip.netPaid().minus(slip.refund()));
        var cost = total(slips, IssuedPayslip::cost);
        assertThat(fec.get("641100")).isEqualTo(gross);
        assertThat(book.get("421000")).isEqualTo(net.negated().plus(paid(operator, "421000")));
        assertThat(book.get("906400")).isEqualTo(cost.negated());

        var pockets = Money.ZERO;
        var charged = Money.ZERO;
        for (var person : people.all(operator)) {
            var account = compte.of(operator, person.id());
            pockets = pockets.plus(account.total());
            charged = charged.plus(account.sum(Category.SALAIRE_BRUT))
                    .plus(account.sum(Category.COTISATION_PATRONALE))
                    .plus(account.sum(Category.TAXE));
        }
        assertThat(charged).isEqualTo(cost.negated());
        var owed = Money.ZERO;
        for (var pocket : Pocket.values()) {
            owed = owed.minus(book.getOrDefault(pocket.account(), Money.ZERO));
        }
        assertThat(pockets).isEqualTo(owed);

        var ordered = orders.all(operator);
        assertThat(total(
                        ordered.stream()
                                .filter(o -> o.request().kind() == PaymentKind.SALARY)
                                .toList(),
                        o -> o.request().amount()))
                .isEqualTo(net);
        assertThat(total(
                        ordered.stream()
                                .filter(o -> o.request().kind() == PaymentKind.EXPENSES)
                                .toList(),
                        o -> o.request().amount()))
                .isEqualTo(paid(operator, "421100").minus(book.getOrDefault("421100", Money.ZERO)));
        var written = Money.ZERO;
        for (var file : orders.files(operator)) {
            var sum = CONTROL_SUM.matcher(new String(orders.content(file), StandardCharsets.UTF_8));
            assertThat(sum.find()).isTrue();
            assertThat(Money.of(sum.group(1))).isEqualTo(file.total());
            written = written.plus(file.total());
        }
        assertThat(written).isEqualTo(total(ordered, o -> o.request().amount()));
    }

    /// What was debited on an account that is owed: transfers seen on a statement.
    private Money paid(OperatorId operator, String account) {
        return transaction.execute(_ -> Money.ofCents(sql.sql("""
                        select coalesce(sum(debit_cents), 0) from ledger.line where operator_id = ? and account = ?""")
                .param(operator.value())
                .param(account)
                .query(Long.class)
                .single()));
    }

    /// Every line of the book, added up by account.
    private Map<String, Money> ledger(OperatorId operator) {
        var sums = new TreeMap<String, Money>();
        transaction.executeWithoutResult(_ -> sql.sql(
                        "select account, debit_cents - credit_cents from ledger.line where operator_id = ?")
                .param(operator.value())
                .query(row -> {
                    sums.merge(row.getString(1), Money.ofCents(row.getLong(2)), Money::plus);
                }));
        return sums;
    }

    private Map<String, Money> fec(OperatorId operator, int year) {
        var sums = new TreeMap<String, Money>();
        var lines = new String(ledger.fec(operator, year), StandardCharsets.UTF_8).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            var fields = lines[i].split("\t", -1);
            var signed = euros(fields[11]).minus(euros(fields[12]));
            sums.merge(fields[4], signed, Money::plus);
        }
        return sums;
    }

    private static Money euros(String text) {
        return Money.of(text.replace(',', '.'));
    }

    private static Map<String, Money> sub(Map<String, Money> sums, Predicate<String> kept) {
        var some = new TreeMap<>(sums);
        some.keySet().removeIf(kept.negate());
        return some;
    }

    private static <T> Money total(List<T> all, Function<T, Money> money) {
        return all.stream().map(money).reduce(Money.ZERO, Money::plus);
    }
}
