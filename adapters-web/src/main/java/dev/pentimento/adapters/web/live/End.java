package dev.pentimento.adapters.web.live;

import java.util.OptionalLong;

/** Where the events end of something that is listened to. */
@FunctionalInterface
public interface End {
    /** It goes on for as long as somebody listens. */
    End NEVER = OptionalLong::empty;

    /** The number of the last event, of which more do not follow by themselves; empty while some may. */
    OptionalLong number();

    /** Whether whoever knows the events up to this number knows all. */
    default boolean isReachedBy(long known) {
        OptionalLong last = number();
        return last.isPresent() && known >= last.getAsLong();
    }
}
