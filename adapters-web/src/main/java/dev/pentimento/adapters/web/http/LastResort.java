package dev.pentimento.adapters.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers where the machine itself gave up, such as for want of memory. */
public final class LastResort {
    private LastResort() {}

    public static void answer(HttpServletResponse response, Error error) {
        Problem problem = Problems.of(error);
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType("application/json");
        try {
            response.getOutputStream().write(Json.bytes(problem.body()));
        } catch (IOException e) {
            return; // nobody is there any more
        }
    }
}
