package org.passerelle.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.crypto.Forgotten;
import org.passerelle.platform.once.IntentReused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// Where every failure of a request becomes an answer: one line in the log and one calm page (or, for a program,
/// one problem in JSON), both with the same reference. Neither says how the program is made (S-46).
public final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
    private static final String CAUSE = Failure.class.getName() + ".cause";

    /// Seconds after which a database that was killed is back.
    private static final String RETRY_AFTER = "10";

    private Failure() {}

    /// For filters, which stand before every controller: sends the failure to the error page.
    public static void send(Throwable cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(CAUSE, cause);
        response.sendError(statusOf(cause).value());
    }

    /// Whether this request failed in a filter already: what failed there is not tried again for the error page.
    public static boolean isKnown(HttpServletRequest request) {
        return request.getAttribute(CAUSE) != null;
    }

    /// The answer to what the container caught, or to a status sent without any failure.
    static ModelAndView sent(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(CAUSE) instanceof Throwable cause) return of(cause, request, response);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status == 500 && thrown instanceof Throwable cause) return of(cause, request, response);
        return answer(HttpStatusCode.valueOf(status), null, request);
    }

    /// The answer to a failure.
    static ModelAndView of(Throwable cause, HttpServletRequest request, HttpServletResponse response) {
        if (cause instanceof ErrorResponse known)
            known.getHeaders().forEach((name, values) -> {
                for (var value : values) response.addHeader(name, value);
            });
        var status = statusOf(cause);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return answer(status, cause, request);
    }

    /// What belongs to another operator does not exist: 404, the same as an id that never was.
    private static HttpStatusCode statusOf(Throwable cause) {
        if (isDatabaseAway(cause)) return HttpStatus.SERVICE_UNAVAILABLE;
        return switch (cause) {
            case NoSuchElementException _ -> HttpStatus.NOT_FOUND;
            case InvalidValue _, MissingRequestValueException _, MethodArgumentTypeMismatchException _ ->
                HttpStatus.BAD_REQUEST;
            case Forgotten _ -> HttpStatus.GONE;
            case IntentReused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case MaxUploadSizeExceededException _ -> HttpStatus.CONTENT_TOO_LARGE;
            case ErrorResponse known -> known.getStatusCode();
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /// The database does not answer, breaks off, restarts (SQLSTATE 08, 57P) or has no room (53).
    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException) return true;
            if (cause instanceof CannotCreateTransactionException) return true;
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) return true;
        }
        return false;
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }

    private static ModelAndView answer(HttpStatusCode status, @Nullable Throwable cause, HttpServletRequest request) {
        var reference = Reference.of(request);
        tell(status, reference, cause, request);
        var model = Map.of("status", status.value(), "reference", reference);
        if (!wantsJson(request)) return new ModelAndView("error", model, status);
        var answer = new ModelAndView(problem(status, reference));
        answer.setStatus(status);
        return answer;
    }

    /// One line; where we are to blame the whole failure stands beneath. Never the query: it may name somebody.
    private static void tell(
            HttpStatusCode status, String reference, @Nullable Throwable cause, HttpServletRequest request) {
        var sent = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = printable(sent instanceof String before ? before : request.getRequestURI());
        var line = "request failed reference={} status={} method={} path={}";
        var method = printable(request.getMethod());
        if (status.is5xxServerError()) LOG.error(line, reference, status.value(), method, path, cause);
        else LOG.info(line, reference, status.value(), method, path);
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(200, text.length())).replaceAll("[^!-~]", "?");
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    /// RFC 9457, made of nothing that was typed.
    private static View problem(HttpStatusCode status, String reference) {
        var known = HttpStatus.resolve(status.value());
        var title = known == null ? "Error" : known.getReasonPhrase();
        var json = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"reference\":\"%s\"}"
                .formatted(title, status.value(), reference);
        return (_, _, response) -> {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        };
    }
}
