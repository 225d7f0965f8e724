package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.PersonId;
import org.passerelle.operators.Operator;
import org.passerelle.platform.mail.Mailbox;

/// Everybody signs: the worker in the account, the director at the desk, the client by a link on a telephone.
record SigningRound(
        int port,
        Operator operator,
        Contracts contracts,
        Mailbox mailbox,
        String story,
        String worker,
        String clerk,
        String director,
        String client) {

    private static final Pattern LINK = Pattern.compile("(/signature/[A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    /// Draws up, sends and signs all papers that the pages of the person and of the mission offer.
    ///
    /// @param papers how many there must be
    void signsAll(PersonId person, MissionId mission, int papers) {
        drawnUpAndSent(person, mission, papers);
        var waiting = in(operator.id(), () -> contracts.all(operator.id()));
        assertThat(waiting).hasSize(papers).allMatch(paper -> paper.state() == ContractState.TO_SIGN);
        for (var paper : waiting) {
            for (var party : Contracts.signers(paper.kind())) {
                switch (party) {
                    case WORKER -> signsInTheAccount(worker, "/contrats/" + paper.id(), paper);
                    case OPERATOR -> signsAtTheDesk(paper);
                    case CLIENT -> signsByLink();
                }
            }
            assertThat(in(operator.id(), () -> contracts.get(paper.id())).state())
                    .isEqualTo(ContractState.SIGNED);
        }
    }

    /// At the desk: each paper that the person's and the mission's page offer.
    private void drawnUpAndSent(PersonId person, MissionId mission, int papers) {
        try (var desk = Visitor.arrives(port, Look.DESK).signsIn(clerk, SomeUsers.PASSWORD)) {
            mailbox.collect();
            for (var draft : in(operator.id(), () -> contracts.all(operator.id()))) {
                if (draft.state() != ContractState.DRAFT) continue;
                desk.opens("/bureau/" + operator.id() + "/contrats/" + draft.id());
                completes(desk);
                button(desk, "Envoyer à la signature").click();
                desk.page().waitForLoadState();
            }
            int drawn = 0;
            for (var page : List.of("personnes/" + person, "missions/" + mission)) {
                desk.opens("/bureau/" + operator.id() + "/" + page);
                while (offers(desk).count() > 0) {
                    offers(desk).first().click();
                    desk.page().waitForLoadState();
                    completes(desk);
                    if (drawn++ == 0) desk.keepsAtBothWidths(story + "-02-papier");
                    button(desk, "Envoyer à la signature").click();
                    desk.page().waitForLoadState();
                    desk.opens("/bureau/" + operator.id() + "/" + page);
                    if (drawn > papers) return;
                }
            }
        }
    }

    /// Papers that were drawn up are still offered, for a new one: only what is not there yet counts.
    private Locator offers(Visitor desk) {
        var drawn = in(operator.id(), () -> contracts.all(operator.id()));
        return desk.page()
                .locator("main form button")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("Préparer\\s*:"))
                        .setHasNotText(Pattern.compile(
                                drawn.isEmpty()
                                        ? "nothing"
                                        : drawn.stream()
                                                .map(paper -> Pattern.quote(
                                                        in(operator.id(), () -> contracts.paper(paper.id()))
                                                                .title()))
                                                .collect(java.util.stream.Collectors.joining("|")))));
    }

    private static void completes(Visitor desk) {
        var page = desk.page();
        var complete = page.locator("main a").filter(new Locator.FilterOptions().setHasText("Compléter"));
        if (complete.count() == 0) return;
        complete.first().click();
        for (var name : List.of("paper.skills", "paper.project")) {
            var field = page.locator("[name='" + name + "']");
            if (field.count() > 0) field.fill("reliure et conseil, douze ans d’expérience");
        }
        button(desk, "Enregistrer").click();
        page.waitForLoadState();
    }

    private void signsInTheAccount(String email, String path, Contract paper) {
        try (var home = Visitor.arrives(port, Look.PHONE).signsIn(email, SomeUsers.PASSWORD)) {
            home.opens(path).reads(paper.code());
            signs(home);
            home.reads("Votre signature est enregistrée.");
            home.seesNoBarrier().keepsAtBothWidths(story + "-03-signe");
        }
    }

    private void signsAtTheDesk(Contract paper) {
        try (var desk = Visitor.arrives(port, Look.DESK).signsIn(director, SomeUsers.PASSWORD)) {
            desk.opens("/bureau/" + operator.id() + "/contrats/" + paper.id());
            desk.page().locator("main input[name=consent]").check();
            button(desk, "Signer").click();
            desk.reads("Votre signature est enregistrée.");
        }
    }

    /// Without an account, on a telephone: the link of the mail, the code of the next one.
    private void signsByLink() {
        try (var visitor = Visitor.arrives(port, Look.PHONE)) {
            visitor.opens(found(LINK)).presses("Recevoir un code").page().waitForSelector("[name=code]");
            visitor.page().locator("[name=code]").fill(found(CODE));
            signs(visitor);
            visitor.reads("Votre signature est enregistrée.");
            visitor.seesNoBarrier().keepsAtBothWidths(story + "-04-client");
        }
    }

    private static void signs(Visitor visitor) {
        visitor.page().locator("main input[name=name]").fill("Dominique Exemple");
        visitor.page().locator("main input[name=consent]").check();
        button(visitor, "Signer").click();
        visitor.page().waitForLoadState();
    }

    private String found(Pattern pattern) {
        return mailbox.collectFor(client).stream()
                .flatMap(mail -> pattern.matcher(mail.text()).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
