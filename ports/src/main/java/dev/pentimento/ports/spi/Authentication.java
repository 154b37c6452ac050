package dev.pentimento.ports.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How users of a server prove who they are. */
public sealed interface Authentication {
    <T> T match(Function<Nothing, T> nothing, Function<ApiKeys, T> apiKeys, Function<Tokens, T> tokens);

    /** They do not: whoever is on this machine is the local user. */
    record Nothing() implements Authentication {
        @Override
        public <T> T match(Function<Nothing, T> nothing, Function<ApiKeys, T> apiKeys, Function<Tokens, T> tokens) {
            return nothing.apply(this);
        }
    }

    /** By keys that the home has granted. */
    record ApiKeys() implements Authentication {
        @Override
        public <T> T match(Function<Nothing, T> nothing, Function<ApiKeys, T> apiKeys, Function<Tokens, T> tokens) {
            return apiKeys.apply(this);
        }
    }

    /**
     * By JSON Web Tokens that somebody else signs.
     *
     * @param issuer who must have issued them; null = anybody who has the key
     * @param audience whom they must be for; null = anybody
     */
    record Tokens(
            Signature signature,
            @Nullable String issuer,
            @Nullable String audience) implements Authentication {
        @Override
        public <T> T match(Function<Nothing, T> nothing, Function<ApiKeys, T> apiKeys, Function<Tokens, T> tokens) {
            return tokens.apply(this);
        }
    }

    /** How tokens are signed; a token that is signed in another way is refused, whatever it says. */
    sealed interface Signature {
        <T> T match(Function<Shared, T> shared, Function<Public, T> published);
    }

    /** HS256. */
    record Shared(SigningKey key) implements Signature {
        @Override
        public <T> T match(Function<Shared, T> shared, Function<Public, T> published) {
            return shared.apply(this);
        }
    }

    /**
     * RS256.
     *
     * @param pem the public key, as a text that begins with {@code -----BEGIN PUBLIC KEY-----}
     */
    record Public(String pem) implements Signature {
        @Override
        public <T> T match(Function<Shared, T> shared, Function<Public, T> published) {
            return published.apply(this);
        }
    }
}
