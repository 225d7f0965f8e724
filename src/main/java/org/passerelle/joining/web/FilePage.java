package org.passerelle.joining.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.joining.Application;
import org.passerelle.joining.Joining;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.Step;
import org.passerelle.joining.core.Asks;
import org.passerelle.joining.core.Dossier;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// « Mon dossier »: step by step, left and taken up again, on a phone.
@Controller
@OpenTo(Role.CANDIDATE)
@RequestMapping(FilePage.PATH)
class FilePage {

    static final String PATH = "/mon-dossier";

    private static final String PAGE = "joining/file";
    private static final String STEP = "joining/step";

    private final Joining joining;
    private final Files files;
    private final Documents documents;
    private final java.time.Clock clock;

    FilePage(Joining joining, Files files, Documents documents, java.time.Clock clock) {
        this.joining = joining;
        this.files = files;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who, Texts t) {
        return Partials.page(PAGE, Map.of("view", files.file(mine(who), t)));
    }

    /// Hands the file to the house.
    @PostMapping("/envoi")
    ModelAndView send(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        typed.intent();
        var mine = mine(who);
        if (!files.isComplete(mine)) return Partials.seeOther(PATH, Toast.warn("joining.incomplete", ""));
        joining.submit(mine.id());
        return Partials.seeOther(PATH, Toast.ok("joining.submitted"));
    }

    @GetMapping("/{etape}")
    ModelAndView step(@AuthenticationPrincipal SignedIn who, @PathVariable String etape, Texts t) {
        var mine = mine(who);
        return Partials.page(STEP, Map.of("view", files.step(mine, at(mine, etape), null, null, t)));
    }

    @PostMapping("/{etape}")
    ModelAndView say(@AuthenticationPrincipal SignedIn who, @PathVariable String etape, Typed typed, Texts t) {
        var mine = mine(who);
        var step = at(mine, etape);
        var intent = typed.intent();
        boolean later = !typed.text("plus-tard").isEmpty();
        var said = Wording.read(Asks.of(step), mine.answers(), typed, later, t);
        if (!typed.hasErrors()) {
            var after = mine.answers().with(said);
            for (var wrong : Dossier.contradictions(step, after, Days.today(clock))) {
                typed.refuse(wrong.name(), t.error(wrong.why()));
            }
        }
        if (typed.hasErrors()) {
            return Partials.unprocessable(STEP, Map.of("view", files.step(mine, step, typed, null, t)));
        }
        var kept = joining.say(mine.id(), step, said, intent);
        var next = later
                        || !files.uploads(kept, step, t).stream()
                                .allMatch(one -> !one.held().isEmpty())
                ? later ? PATH : PATH + "/" + step.path()
                : files.after(kept, step);
        return Partials.seeOther(next, Toast.ok("joining.saved"));
    }

    @PostMapping("/{etape}/pieces")
    ModelAndView attach(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String etape,
            @RequestParam(name = "fichier") Optional<MultipartFile> file,
            Typed typed,
            Texts t)
            throws IOException {
        var mine = mine(who);
        var step = at(mine, etape);
        var intent = typed.intent();
        var kind = Typed.choice(ProofKind.class, typed.text("sorte"));
        if (kind.step() != step) throw WelcomePage.none();
        var until = typed.value("expire", Typed::date);
        var content = file.isEmpty() ? new byte[0] : file.get().getBytes();
        if (content.length == 0) typed.refuse("fichier", t.localize("value.file.empty"));
        if (!typed.hasErrors()) {
            try {
                var name = file.map(MultipartFile::getOriginalFilename).orElse("");
                joining.attach(mine.id(), kind, name, content, until, intent);
                return Partials.seeOther(PATH + "/" + step.path(), Toast.ok("joining.proof.kept"));
            } catch (InvalidValue e) {
                typed.refuse(e.code().equals("proof.expired") ? "expire" : "fichier", t.error(e));
            }
        }
        return Partials.unprocessable(STEP, Map.of("view", files.step(mine, step, typed, kind, t)));
    }

    @GetMapping("/pieces/{proof}")
    ResponseEntity<byte[]> proof(@AuthenticationPrincipal SignedIn who, @PathVariable UUID proof) {
        var found = mine(who).proofs().stream()
                .filter(each -> each.id().equals(proof))
                .findFirst()
                .orElseThrow();
        var document = documents.find(found.document()).orElseThrow();
        return Downloads.attachment(document.fileName(), document.mediaType(), documents.content(document.id()));
    }

    /// @throws java.util.NoSuchElementException for somebody without a file
    private Application mine(SignedIn who) {
        return joining.mine(who.user()).orElseThrow(WelcomePage::none);
    }

    private Step at(Application mine, String path) {
        return Step.at(path).filter(joining.steps(mine)::contains).orElseThrow(WelcomePage::none);
    }
}
