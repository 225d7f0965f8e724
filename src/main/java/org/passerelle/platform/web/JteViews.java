package org.passerelle.platform.web;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the template of a view name: `module/name`, or `module/page|module/part`.
final class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final ObjectProvider<NavEntry> navigation;
    private volatile @Nullable List<NavEntry> entries;

    JteViews(TemplateEngine templates, ObjectProvider<NavEntry> navigation) {
        this.templates = templates;
        this.navigation = navigation;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        int bar = name.indexOf('|');
        var page = bar < 0 ? name : name.substring(0, bar);
        var part = bar < 0 ? name : name.substring(bar + 1);
        if (name.startsWith("redirect:") || name.startsWith("forward:")) return null;
        if (!templates.hasTemplate(page + ".jte")) return null;
        return new JteView(templates, page, part, entries());
    }

    private List<NavEntry> entries() {
        var known = entries;
        if (known == null) {
            known = navigation.stream().toList();
            entries = known;
        }
        return known;
    }
}
