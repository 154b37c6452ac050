package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.out.Records;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Opens a home that may not be there yet and records some concepts; its only argument is the home. */
final class Newcomer {
    static final int CONCEPTS = 25;

    private Newcomer() {}

    public static void main(String[] arguments) {
        try (Records records = new SqliteRecordsFactory().open(Path.of(arguments[0]))) {
            for (int i = 0; i < CONCEPTS; i++) {
                ConceptId id = new ConceptId(UUID.randomUUID());
                Recording.recorded(records, new Concept(id, UserId.LOCAL, Brief.EMPTY, Instant.now()));
            }
        }
    }
}
