package org.passerelle.banking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;

/// Writes small bank statements for tests. The closing balance follows from the movements unless told otherwise.
public final class CamtFile {

    public static final String IBAN = "FR1420041010050500013M02606";

    private final String id;
    private String account = IBAN;
    private String start = "2026-11-01";
    private String end = "2026-11-08";
    private String version = "08";
    private Money opening = Money.of("1000.00");
    private String closing = "";
    private final List<String> entries = new ArrayList<>();
    private Money sum = Money.ZERO;

    private CamtFile(String id) {
        this.id = id;
    }

    public static CamtFile statement(String id) {
        return new CamtFile(id);
    }

    public CamtFile version(String two) {
        version = two;
        return this;
    }

    public CamtFile account(String iban) {
        account = iban;
        return this;
    }

    public CamtFile days(String from, String to) {
        start = from;
        end = to;
        return this;
    }

    public CamtFile opening(String euros) {
        opening = Money.of(euros);
        return this;
    }

    public CamtFile closing(String euros) {
        closing = euros;
        return this;
    }

    /// @param euros with its sign
    public CamtFile entry(String euros, String day, String bankReference, String party, String text) {
        return entry(euros, day, bankReference, party, text, "NOTPROVIDED");
    }

    public CamtFile entry(
            String euros, String day, String bankReference, String party, String text, String endToEndId) {
        var amount = Money.of(euros);
        sum = sum.plus(amount);
        boolean out = amount.isNegative();
        var role = out ? "Cdtr" : "Dbtr";
        var name = "<Nm>" + party + "</Nm>";
        var reference = bankReference.isEmpty() ? "" : "<AcctSvcrRef>" + bankReference + "</AcctSvcrRef>";
        entries.add("""
                      <Ntry>
                        <Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s
                        <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>%s
                        <NtryDtls><TxDtls>
                          <Refs><EndToEndId>%s</EndToEndId></Refs>
                          <RltdPties><%s>%s</%s></RltdPties>
                          <RmtInf><Ustrd>%s</Ustrd></RmtInf>
                        </TxDtls></NtryDtls>
                      </Ntry>
                """.formatted(
                        amount.abs(),
                        out ? "DBIT" : "CRDT",
                        version.equals("02") ? "<Sts>BOOK</Sts>" : "<Sts><Cd>BOOK</Cd></Sts>",
                        day,
                        day,
                        reference,
                        endToEndId,
                        role,
                        version.equals("02") ? name : "<Pty>" + name + "</Pty>",
                        role,
                        text));
        return this;
    }

    /// @param counted what the entry does to the balance
    public CamtFile raw(String entry, String counted) {
        entries.add(entry);
        sum = sum.plus(Money.of(counted));
        return this;
    }

    public String text() {
        var end2 = closing.isEmpty() ? opening.plus(sum) : Money.of(closing);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s">
                  <BkToCstmrStmt>
                    <GrpHdr><MsgId>M-%s</MsgId><CreDtTm>%sT20:00:00</CreDtTm></GrpHdr>
                    <Stmt>
                      <Id>%s</Id>
                      <FrToDt><FrDtTm>%sT00:00:00</FrDtTm><ToDtTm>%sT23:59:59</ToDtTm></FrToDt>
                      <Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>
                %s%s%s    </Stmt>
                  </BkToCstmrStmt>
                </Document>
                """.formatted(
                        version,
                        id,
                        end,
                        id,
                        start,
                        end,
                        account,
                        balance("OPBD", opening, start),
                        balance("CLBD", end2, end),
                        String.join("", entries));
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private static String balance(String type, Money amount, String day) {
        return """
                      <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>\
                <Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(type, amount.abs(), amount.isNegative() ? "DBIT" : "CRDT", day);
    }
}
