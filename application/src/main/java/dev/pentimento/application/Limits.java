package dev.pentimento.application;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import java.util.OptionalInt;

/** How much may be asked for; empty = without end. */
public interface Limits {
    /** Nobody is limited. */
    Limits NONE = new Limits() {
        @Override
        public OptionalInt waiting() {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt active(UserId owner, WorkKind kind) {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt perMonth(UserId owner, WorkKind kind) {
            return OptionalInt.empty();
        }
    };

    /** How many jobs of a kind the user may have under way. */
    OptionalInt active(UserId owner, WorkKind kind);

    /** How many jobs of everybody may wait at the same time. */
    OptionalInt waiting();

    /** How many jobs of a kind the user may submit in a calendar month. */
    OptionalInt perMonth(UserId owner, WorkKind kind);
}
