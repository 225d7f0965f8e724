package org.passerelle.workspace.bureau;

import java.util.UUID;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.operators.Operator;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A legal entity is changed by its director: how it is reached and covered, its policies, its fee, the rates of its
/// establishment, each in a form of its own. What decides pay holds from a month on.
@Controller
@OpenTo(Role.DIRECTOR)
@RequestMapping("/bureau/{operator}/societe")
class EntityEditPage {

    private final Desks desks;
    private final EntityForms forms;

    EntityEditPage(Desks desks, EntityForms forms) {
        this.desks = desks;
        this.forms = forms;
    }

    @GetMapping("/modification")
    ModelAndView file(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        return shown(forms.new File(), who, operator, t);
    }

    @PostMapping("/modification")
    ModelAndView changeFile(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        return change(forms.new File(), who, operator, typed, t);
    }

    @GetMapping("/choix")
    ModelAndView policies(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        return shown(forms.new Choices(), who, operator, t);
    }

    @PostMapping("/choix")
    ModelAndView decide(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        return change(forms.new Choices(), who, operator, typed, t);
    }

    @GetMapping("/frais-de-gestion")
    ModelAndView fee(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        return shown(forms.new Fee(), who, operator, t);
    }

    @PostMapping("/frais-de-gestion")
    ModelAndView charge(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        return change(forms.new Fee(), who, operator, typed, t);
    }

    @GetMapping("/etablissement")
    ModelAndView rates(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        return shown(forms.new Rates(), who, operator, t);
    }

    @PostMapping("/etablissement")
    ModelAndView establish(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        return change(forms.new Rates(), who, operator, typed, t);
    }

    private ModelAndView shown(EditForms.Kind<Operator> kind, SignedIn who, UUID operator, Texts t) {
        var desk = desk(who, operator, t);
        return new EditForms<>(desk, kind, t).shown(forms.found(desk));
    }

    private ModelAndView change(EditForms.Kind<Operator> kind, SignedIn who, UUID operator, Typed typed, Texts t) {
        var desk = desk(who, operator, t);
        return new EditForms<>(desk, kind, t).change(forms.found(desk), typed);
    }

    private Desk desk(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.ENTITY, t);
        Desks.require(who, desk, Role.DIRECTOR);
        return desk;
    }
}
