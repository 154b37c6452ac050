package dev.pentimento.ports.in;

import dev.pentimento.domain.access.GrantedKey;

/** Makes a key stand for nobody any more; a revoked one stays as it is. */
public interface RevokeKey {

    /**
     * Returns the key as it is afterwards.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if no key has this name, or several begin so
     */
    GrantedKey handle(Command command);

    /**
     * Which one.
     *
     * @param name of the key, or the beginning of it
     */
    record Command(String name) {}
}
