package dev.pentimento.adapters.web.http;

import io.javalin.http.Context;

/** Tells who asks. */
@FunctionalInterface
public interface Callers {

    /** @throws Refusal with 401 if that cannot be told */
    Caller identify(Context request);
}
