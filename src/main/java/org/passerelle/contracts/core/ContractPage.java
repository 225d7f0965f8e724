package org.passerelle.contracts.core;

import static org.passerelle.documents.pdf.Paper.INNER;
import static org.passerelle.documents.pdf.Paper.LEFT;
import static org.passerelle.documents.pdf.Paper.RIGHT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.contracts.ClientPaper;
import org.passerelle.contracts.Drawing;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Signature;
import org.passerelle.documents.pdf.Attachment;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;

/// A paper drawn as PDF/A-3b: the text as it is read, and once signed the signatures and the page of evidence, with the
/// very file that was read inside.
public final class ContractPage {

    private static final Style TEXT = Style.BODY.sized(9.5);
    private static final double GAP = 9;
    private static final double INDENT = 18;
    private static final double BOX = 62;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "dd/MM/yyyy 'à' HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// No authority is named.
    public static final String HOUSE_TIME = "heure de la société, sans autorité d’horodatage (PAdES-BASELINE-B)";

    private final org.passerelle.contracts.Paper contract;
    private final org.passerelle.documents.pdf.Paper paper;

    private ContractPage(org.passerelle.contracts.Paper contract, String house, String code, Instant createdAt) {
        this.contract = contract;
        paper = new org.passerelle.documents.pdf.Paper(
                new PaperInfo(contract.title() + " – " + code, house, createdAt));
    }

    /// The paper to be read and signed. One that cannot be signed says so at its head.
    ///
    /// @param code as the parties name it: `CT-2026-0001`
    /// @param foot lines at the foot of each page: the house and, in portage, its guarantor (PS-24)
    /// @param signers who will sign, with their names, in their order
    /// @param annexes the client's own contract, or nothing
    public static byte[] toRead(
            org.passerelle.contracts.Paper contract,
            String house,
            String code,
            List<String> foot,
            Map<Party, String> signers,
            List<byte[]> annexes,
            Instant createdAt) {
        var page = new ContractPage(contract, house, code, createdAt);
        page.paper.footer(foot);
        page.head(house, code);
        page.clauses();
        page.toSign(signers);
        page.annex(annexes);
        return page.paper.bytes();
    }

    /// The same with its signatures and the evidence.
    ///
    /// @param read the file that was read, which is carried inside
    /// @param annexes the client's own contract, or nothing
    /// @param time who vouches for the moment of the seal
    public static byte[] signed(
            org.passerelle.contracts.Paper contract,
            String house,
            String code,
            List<String> foot,
            List<Signature> signatures,
            byte[] read,
            List<byte[]> annexes,
            String time,
            Instant createdAt) {
        var page = new ContractPage(contract, house, code, createdAt);
        page.paper.footer(foot);
        page.head(house, code);
        page.clauses();
        page.signatures(signatures);
        page.evidence(code, signatures, HashChain.sha256(read), annexes, time);
        page.annex(annexes);
        page.paper.attach(new Attachment(
                "document-lu.pdf", "application/pdf", "Le document tel que les parties l’ont lu", "Source", read));
        return page.paper.bytes();
    }

    /// An authority vouches for the moment.
    public static String stampedBy(String authority) {
        return "jeton d’horodatage de l’autorité " + authority + " (RFC 3161), joint au cachet (PAdES-BASELINE-T)";
    }

    /// It was asked and did not.
    public static String silent(String authority, Instant asked) {
        return "heure de la société\u00A0; l’autorité d’horodatage " + authority + ", demandée le "
                + MOMENT.format(asked) + ", n’a pas donné de jeton (PAdES-BASELINE-B)";
    }

    private void annex(List<byte[]> annexes) {
        for (var one : annexes) {
            paper.attach(new Attachment(
                    ClientPaper.ANNEX, "application/pdf", "Le contrat du client, annexé", "Supplement", one));
        }
    }

    private void head(String house, String code) {
        paper.text(LEFT, paper.y(), house, Style.HEADING);
        paper.textRight(RIGHT, paper.y(), code, Style.SMALL);
        paper.skip(30);
        paper.paragraph(contract.title(), Style.TITLE.sized(17));
        paper.skip(6);
        if (!contract.isComplete()) {
            paper.paragraph(
                    "PROJET : des mentions obligatoires manquent, ce document ne peut pas être signé.", Style.STRONG);
            for (var missing : contract.missing()) {
                var mention = missing.mention();
                paper.paragraph("– " + mention.label().fr() + " (" + mention.article() + ")", Style.SMALL.sized(8));
            }
        }
        paper.rule(LEFT, RIGHT, paper.y() + 4, 0.9, Style.ACCENT);
        paper.skip(14);
    }

    private void clauses() {
        int number = 1;
        for (var clause : contract.clauses()) {
            paper.need(Style.HEADING.lineHeight() + 3 * TEXT.lineHeight());
            paper.paragraph(number++ + ". " + clause.heading(), Style.HEADING);
            paper.skip(2);
            for (var part : clause.text().split("\n", -1)) {
                paper.paragraph(part.strip(), TEXT);
                paper.skip(2);
            }
            paper.skip(GAP - 2);
        }
    }

    private void toSign(Map<Party, String> signers) {
        paper.need(BOX + 20);
        paper.skip(4);
        paper.paragraph("Signatures", Style.HEADING);
        paper.skip(4);
        double top = paper.y();
        int column = 0;
        for (var signer : signers.entrySet()) {
            double x = LEFT + column++ * INNER / 2;
            paper.text(x, top, partyName(signer.getKey()), Style.LABEL);
            paper.textWithin(x, top + 11, INNER / 2 - INDENT, signer.getValue(), TEXT);
            paper.rule(x, x + INNER / 2 - INDENT, top + BOX, 0.5, Style.RULE);
        }
        paper.moveTo(top + BOX + 6);
    }

    private void signatures(List<Signature> signatures) {
        paper.need(BOX + 34);
        paper.skip(4);
        paper.paragraph("Signatures", Style.HEADING);
        paper.skip(4);
        double top = paper.y();
        int column = 0;
        for (var one : signatures) {
            double x = LEFT + column++ * INNER / 2;
            double width = INNER / 2 - INDENT;
            paper.text(x, top, partyName(one.party()), Style.LABEL);
            paper.textWithin(x, top + 11, width, one.name(), Style.STRONG.sized(11));
            paper.textWithin(x, top + 25, width, "signé le " + MOMENT.format(one.at()), Style.SMALL);
            var drawing = one.drawing();
            if (drawing != null) draw(drawing, x, top + 36);
        }
        paper.moveTo(top + BOX + 34);
    }

    private void draw(Drawing drawing, double x, double y) {
        double scale = 50.0 / Drawing.HEIGHT;
        for (var stroke : drawing.strokes()) {
            var points = new double[stroke.size()];
            for (int i = 0; i < points.length; i++) points[i] = (i % 2 == 0 ? x : y) + stroke.get(i) * scale;
            paper.path(points, 1.1, Style.INK);
        }
    }

    private void evidence(
            String code, List<Signature> signatures, String readSha256, List<byte[]> annexes, String time) {
        paper.newPage();
        paper.paragraph("Page de preuve", Style.TITLE.sized(15));
        paper.skip(6);
        paper.paragraph(
                "Chaque signataire a lu le document joint à ce fichier sous le nom document-lu.pdf et y a consenti. Les"
                        + " consentements s’enchaînent : l’empreinte de chacun couvre le document lu et les consentements"
                        + " précédents. Le fichier entier est scellé par le cachet électronique de la société.",
                TEXT);
        paper.skip(8);
        fact("Document", contract.title() + ", " + code);
        fact("Empreinte du document lu (SHA-256)", readSha256);
        fact("Horodatage du cachet", time);
        for (var one : annexes) fact("Empreinte du contrat du client, annexé (SHA-256)", HashChain.sha256(one));
        for (var one : signatures) {
            paper.need(120);
            paper.skip(8);
            paper.paragraph(one.position() + ". " + partyName(one.party()), Style.HEADING);
            paper.skip(3);
            fact("Nom", one.name());
            fact("Courriel", one.email());
            fact("Moyen", how(one.how()) + (one.drawing() == null ? ", nom saisi" : ", nom dessiné"));
            fact("Date et heure", MOMENT.format(one.at()) + " (" + one.at() + ")");
            fact("Adresse IP", one.address());
            fact("Maillon précédent", one.previous());
            fact("Maillon", one.hash());
        }
    }

    private void fact(String key, String value) {
        paper.need(24);
        paper.moveTo(paper.fact(LEFT, paper.y(), 150, INNER - 150, key, value));
    }

    private static String how(Signature.How how) {
        return switch (how) {
            case SIGN_IN -> "connexion à son compte";
            case EMAIL_CODE -> "lien personnel et code à usage unique reçus par courriel";
        };
    }

    static String partyName(Party party) {
        return switch (party) {
            case WORKER -> "LE TRAVAILLEUR";
            case CLIENT -> "LE CLIENT";
            case OPERATOR -> "LA SOCIÉTÉ";
        };
    }
}
