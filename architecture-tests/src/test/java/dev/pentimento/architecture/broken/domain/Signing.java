package dev.pentimento.architecture.broken.domain;

import java.security.NoSuchAlgorithmException;
import java.security.Signature;

/** Breaks 1: of {@code java.security} only the digest is a law. */
final class Signing {
    Signature signature() throws NoSuchAlgorithmException {
        return Signature.getInstance("Ed25519");
    }
}
