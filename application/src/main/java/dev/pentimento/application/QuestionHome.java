package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where the questions of a user belong that are asked by hand: a concept of their own, which never has a version and does not travel. */
final class QuestionHome {
    private static final int HALF = 16;
    private static final int HEX = 16;

    private QuestionHome() {}

    /** The same for a user each time. */
    static ConceptId of(UserId owner) {
        String digits = RequestHash.of(List.of("questions asked by hand", owner.value()))
                .hex();
        return new ConceptId(new UUID(half(digits, 0), half(digits, HALF)));
    }

    private static long half(String digits, int from) {
        return Long.parseUnsignedLong(digits.substring(from, from + HALF), HEX);
    }

    static boolean isOne(Concept concept) {
        return concept.id().equals(of(concept.owner()));
    }

    static void ensure(RecordWriter writer, UserId owner, Instant now) {
        if (writer.concept(of(owner)).isEmpty()) {
            writer.add(new Concept(of(owner), owner, new Brief("Questions asked by hand", "", ""), now));
        }
    }
}
