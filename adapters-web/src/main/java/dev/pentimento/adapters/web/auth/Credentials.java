package dev.pentimento.adapters.web.auth;

import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.domain.identity.UserId;
import io.javalin.http.Context;
import java.util.Optional;

/** What a request brings along to prove whose it is. */
final class Credentials {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_USER = 255;

    private Credentials() {}

    /** The bearer of a token (RFC 6750), or the header that clients with keys use. */
    static Optional<String> of(Context request) {
        String authorization = request.header("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    ? Optional.of(authorization.substring(SCHEME.length()).strip())
                    : Optional.empty();
        }
        return Optional.ofNullable(request.header("X-API-Key")).map(String::strip);
    }

    /** The local user of the command line has no limits, so nobody becomes it by a name in a token. */
    static boolean mayBeUser(String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= LONGEST_USER
                && name.chars().noneMatch(Character::isISOControl)
                && !name.strip().equalsIgnoreCase(UserId.LOCAL.value());
    }

    static Refusal missing() {
        return unauthorized("Say who you are: send Authorization: Bearer and your token or key", "Bearer");
    }

    /** Without a word why, which would help those who try. */
    static Refusal wrong() {
        return unauthorized("This token or key is not valid, or no longer", "Bearer error=\"invalid_token\"");
    }

    private static Refusal unauthorized(String message, String challenge) {
        return Problem.of(401, "unauthorized", message)
                .with("WWW-Authenticate", challenge)
                .refusal();
    }
}
