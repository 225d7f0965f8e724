package org.passerelle.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page and every form of the application, found by asking Spring, so that a new one cannot be forgotten.
public final class Handlers {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    public record Handler(String method, String path, HandlerMethod code) {

        public boolean writes() {
            return !method.equals("GET");
        }

        public List<String> variables() {
            return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        }

        public String pathWith(java.util.function.UnaryOperator<String> id) {
            return VARIABLE.matcher(path).replaceAll(found -> id.apply(found.group(1)));
        }

        /// Whether [OpenTo] names the role; a page open to whoever is signed in, or to visitors, is not meant.
        boolean isOpenTo(Role role) {
            var onMethod = AnnotatedElementUtils.findMergedAnnotation(code.getMethod(), OpenTo.class);
            var open = onMethod != null
                    ? onMethod
                    : AnnotatedElementUtils.findMergedAnnotation(code.getBeanType(), OpenTo.class);
            return open != null && List.of(open.value()).contains(role);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Handlers() {}

    public static List<Handler> all(RequestMappingHandlerMapping mapping) {
        var all = new ArrayList<Handler>();
        mapping.getHandlerMethods().forEach((info, code) -> {
            if (ErrorController.class.isAssignableFrom(code.getBeanType())) return;
            var methods = info.getMethodsCondition().getMethods().isEmpty()
                    ? Set.of("GET", "POST")
                    : info.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .collect(java.util.stream.Collectors.toSet());
            for (var method : methods) {
                for (var path : info.getPatternValues()) all.add(new Handler(method, path, code));
            }
        });
        all.sort(java.util.Comparator.comparing(handler -> handler.path() + handler.method()));
        return all;
    }
}
