package org.passerelle.platform.web;

import java.util.Map;
import java.util.NoSuchElementException;
import org.passerelle.kernel.InvalidValue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What a person reads when a page cannot be shown. Programs (`Accept: application/json`) get their problem details
/// from Spring. What belongs to another operator does not exist: 404, the same as an id that never was.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler(
            exception = {NoResourceFoundException.class, NoSuchElementException.class},
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView nothingThere() {
        return error(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(exception = HttpRequestMethodNotSupportedException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView otherMethod() {
        return error(HttpStatus.METHOD_NOT_ALLOWED);
    }

    @ExceptionHandler(
            exception = {
                MissingRequestValueException.class,
                MethodArgumentTypeMismatchException.class,
                InvalidValue.class
            },
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView notUnderstood() {
        return error(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(exception = MaxUploadSizeExceededException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView tooHeavy() {
        return error(HttpStatus.CONTENT_TOO_LARGE);
    }

    private static ModelAndView error(HttpStatus status) {
        return new ModelAndView("error", Map.of("status", status.value()), status);
    }
}
