package dev.pentimento.ports.in;

import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.identity.UserId;

/** Gives a user a key. */
public interface GrantKey {

    /** Returns what is kept of it. */
    GrantedKey handle(Command command);

    /**
     * Whose, and which.
     *
     * @param owner who the key stands for from now on
     * @param key a new one, of bytes that nobody can predict; only its hash is kept
     * @param label what it is for; may be empty
     */
    record Command(UserId owner, ApiKey key, String label) {}
}
