package dev.pentimento.ports.in;

import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.identity.UserId;
import java.util.Optional;

/** Tells who a key stands for. */
public interface IdentifyUser {

    /** Empty if the key was never granted, or was revoked. */
    Optional<UserId> handle(Query query);

    /** Which key. */
    record Query(ApiKey key) {}
}
