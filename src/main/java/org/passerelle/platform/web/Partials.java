package org.passerelle.platform.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// The answers a controller gives. Templates are named by their path below src/main/jte without the ending; they
/// receive `t` ([Texts]) and `page` ([Page]) beside the given model.
///
/// The same controller serves a browser with and without htmx: where two templates are named, htmx receives the
/// part and everybody else the whole page.
public final class Partials {

    private Partials() {}

    /// A whole page.
    public static ModelAndView page(String template, Map<String, ?> model) {
        return new ModelAndView(template, model);
    }

    /// A part of a page, for htmx.
    public static ModelAndView partial(String template, Map<String, ?> model) {
        return new ModelAndView(template, model);
    }

    /// The part when htmx asks, the whole page otherwise.
    public static ModelAndView either(String page, String part, Map<String, ?> model) {
        return new ModelAndView(page + "|" + part, model);
    }

    /// 422: the form again, with what was typed and what is wrong.
    public static ModelAndView unprocessable(String template, Map<String, ?> model) {
        return new ModelAndView(template, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public static ModelAndView unprocessable(String page, String part, Map<String, ?> model) {
        return new ModelAndView(page + "|" + part, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// 303 to another page of ours (S-24: only a path, never another site); htmx is told to go there.
    public static ModelAndView seeOther(String path) {
        return new ModelAndView(new SeeOther(path));
    }

    /// 303 with a word that the next page shows.
    public static ModelAndView seeOther(String path, Toast toast) {
        var answer = seeOther(path);
        answer.addObject(SeeOther.TOAST, toast);
        return answer;
    }
}
