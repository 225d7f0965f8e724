package org.passerelle.workspace.web;

import java.util.Map;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.platform.web.Partials;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public home page: what this is, in one breath, and the way to the first question.
@Controller
@OpenToVisitors
class HomePage {

    @GetMapping("/")
    ModelAndView home() {
        return Partials.page("workspace/home", Map.of());
    }
}
