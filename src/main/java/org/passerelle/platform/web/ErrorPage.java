package org.passerelle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What the filters refused and what the container caught, in the place of Spring Boot's own page.
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        return Failure.sent(request, response);
    }
}
