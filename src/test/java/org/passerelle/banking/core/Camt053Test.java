package org.passerelle.banking.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.banking.CamtFile;
import org.passerelle.kernel.Money;

@DisplayName("Bank statements are read as the bank meant them, versions .02 to .08")
class Camt053Test {

    @ParameterizedTest
    @ValueSource(strings = {"02", "08"})
    void a_movement_keeps_who_paid_how_much_and_why(String version) {
        var file = CamtFile.statement("RC-1")
                .version(version)
                .entry("120.50", "2026-11-03", "B1", "Atelier Nord", "FA-2026-000001", "E2E-1")
                .entry("-20.00", "2026-11-04", "", "Assureur", "Prime")
                .bytes();

        var statement = Camt053.read(file).getFirst();

        assertThat(statement.number()).isEqualTo("RC-1");
        assertThat(statement.account().value()).isEqualTo(CamtFile.IBAN);
        assertThat(statement.start()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(statement.end()).isEqualTo(LocalDate.of(2026, 11, 8));
        assertThat(statement.closing()).isEqualTo(Money.of("1100.50"));
        var in = statement.movements().getFirst();
        assertThat(in.amount()).isEqualTo(Money.of("120.50"));
        assertThat(in.counterparty()).isEqualTo("Atelier Nord");
        assertThat(in.endToEndId()).isEqualTo("E2E-1");
        assertThat(in.bankReference()).isEqualTo("B1");
        assertThat(in.remittance()).isEqualTo("FA-2026-000001");
        var out = statement.movements().getLast();
        assertThat(out.amount()).isEqualTo(Money.of("-20.00"));
        assertThat(out.counterparty()).isEqualTo("Assureur");
        assertThat(out.endToEndId()).as("NOTPROVIDED is no reference").isEmpty();
    }

    @Test
    void what_is_only_announced_is_left_out() {
        var file = CamtFile.statement("RC-1")
                .entry("10.00", "2026-11-03", "B1", "A", "x")
                .raw("""
                        <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
                        <BookgDt><Dt>2026-11-09</Dt></BookgDt></Ntry>""", "0")
                .bytes();
        assertThat(Camt053.read(file).getFirst().movements()).hasSize(1);
    }

    @Test
    void one_entry_with_several_transactions_becomes_several_movements() {
        var file = CamtFile.statement("RC-1").raw("""
                        <Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                        <BookgDt><Dt>2026-11-03</Dt></BookgDt><AcctSvcrRef>LOT</AcctSvcrRef>
                        <NtryDtls>
                        <TxDtls><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                          <RmtInf><Ustrd>un</Ustrd></RmtInf></TxDtls>
                        <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls>
                          <RmtInf><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
                        </NtryDtls></Ntry>""", "30.00").bytes();
        assertThat(Camt053.read(file).getFirst().movements())
                .extracting(ReadMovement::amount, ReadMovement::remittance, ReadMovement::bankReference)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Money.of("10.00"), "un", "LOT"),
                        org.assertj.core.groups.Tuple.tuple(Money.of("20.00"), "RF18", "LOT"));
    }

    @Test
    void a_return_of_our_transfer_comes_in_and_is_marked() {
        var file = CamtFile.statement("RC-1").raw("""
                        <Ntry><Amt Ccy="EUR">800.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>
                        <Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-11-05T09:30:00+01:00</DtTm></BookgDt>
                        <NtryDtls><TxDtls><Refs><EndToEndId>SAL-2026-10-P-001</EndToEndId></Refs>
                        <RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>""", "800.00").bytes();
        var back = Camt053.read(file).getFirst().movements().getFirst();
        assertThat(back.reversal()).isTrue();
        assertThat(back.returnReason()).isEqualTo("AC04");
        assertThat(back.amount()).isEqualTo(Money.of("800.00"));
        assertThat(back.bookingDate()).isEqualTo(LocalDate.of(2026, 11, 5));
    }

    @Test
    void the_balance_before_stands_in_for_a_missing_opening_balance() {
        var file = CamtFile.statement("RC-1")
                .entry("10.00", "2026-11-03", "B1", "A", "x")
                .text()
                .replace("OPBD", "PRCD");
        assertThat(Camt053.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getFirst()
                        .opening())
                .isEqualTo(Money.of("1000.00"));
    }
}
