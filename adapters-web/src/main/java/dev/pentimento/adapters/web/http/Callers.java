package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import io.javalin.http.Context;

/** Tells who asks. */
@FunctionalInterface
public interface Callers {

    /** @throws Refusal with 401 if that cannot be told */
    UserId identify(Context request);
}
