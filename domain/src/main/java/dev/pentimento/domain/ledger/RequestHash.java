package dev.pentimento.domain.ledger;

import java.util.regex.Pattern;

/** The SHA-256 of everything a request asks for, as 64 lower-case hex digits. */
public record RequestHash(String hex) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public RequestHash {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("A request hash is 64 lower-case hex digits but was '" + hex + "'");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
