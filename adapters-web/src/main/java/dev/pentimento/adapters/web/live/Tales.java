package dev.pentimento.adapters.web.live;

import dev.pentimento.domain.identity.UserId;
import java.util.Optional;

/** Something that can be listened to beside runs and jobs. */
@FunctionalInterface
public interface Tales {

    /**
     * What happens to the one of that id; empty if there is none that the user may see.
     *
     * @param since the seq of the last message that is known already; 0 = none
     */
    Optional<Tale> find(UserId user, String id, long since);
}
