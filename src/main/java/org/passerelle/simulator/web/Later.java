package org.passerelle.simulator.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Too much was asked for at once (S-54): 429, with the seconds after which it may be asked again.
final class Later extends ErrorResponseException {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "2";

    Later() {
        super(HttpStatus.TOO_MANY_REQUESTS);
        getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
