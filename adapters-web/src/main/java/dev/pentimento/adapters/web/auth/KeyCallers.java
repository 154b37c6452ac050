package dev.pentimento.adapters.web.auth;

import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Callers;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.IdentifyUser;
import io.javalin.http.Context;
import java.util.Optional;

/** Users of keys that the home has granted. */
final class KeyCallers implements Callers {
    private final IdentifyUser identifyUser;

    KeyCallers(IdentifyUser identifyUser) {
        this.identifyUser = identifyUser;
    }

    @Override
    public Caller identify(Context request) {
        ApiKey key = Credentials.of(request)
                .map(text -> ApiKey.read(text).orElseThrow(Credentials::wrong))
                .orElseThrow(Credentials::missing);
        UserId user = user(key).orElseThrow(Credentials::wrong);
        return new Caller(user, () -> user(key).filter(user::equals).isPresent());
    }

    private Optional<UserId> user(ApiKey key) {
        return identifyUser.handle(new IdentifyUser.Query(key));
    }
}
