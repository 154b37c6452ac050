package dev.pentimento.domain.identity;

import java.util.UUID;

/** Names one batch of prompts that go through the loop together. */
public record BatchId(UUID value) {
    public static BatchId parse(String text) {
        return new BatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
