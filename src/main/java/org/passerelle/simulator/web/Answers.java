package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.passerelle.platform.web.Partials;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/// How a simulator answers: the whole page or its answer alone, 422 with the reasons, and the address to share.
final class Answers {

    private Answers() {}

    /// @param template of the page; the part for htmx is `<template>answer`
    static ModelAndView show(String template, Answer answer, Map<String, ?> model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        var part = template + "answer";
        if (answer.wrong()) return Partials.unprocessable(template, part, model);
        response.setHeader("HX-Replace-Url", answer.address());
        return Partials.either(template, part, model);
    }
}
