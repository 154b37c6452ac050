package dev.pentimento.architecture.broken.domain;

import java.nio.charset.StandardCharsets;

/** Breaks 1: knows a character set, which is how a technology spells text. */
final class Encoding {
    byte[] spell(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
