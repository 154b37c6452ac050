package dev.pentimento.adapters.web.http;

import io.javalin.http.HttpStatus;

/** The names of statuses. */
final class Titles {
    private Titles() {}

    static String of(int status) {
        return HttpStatus.forStatus(status).getMessage();
    }
}
