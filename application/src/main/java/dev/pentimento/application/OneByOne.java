package dev.pentimento.application;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something for each of several things, of which none may keep the others waiting: what cannot be done for one is logged. */
final class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /**
     * Does {@code deed} for each.
     *
     * @param name how the log calls a thing
     * @throws StorageFailure if the records are held by others, which is nobody's fault here and concerns all
     * @throws LetGo if the home was closed
     */
    static <T> void each(List<T> things, Function<T, Object> name, Consumer<T> deed) {
        things.forEach(thing -> attempt(name.apply(thing), () -> deed.accept(thing)));
    }

    /**
     * Does {@code deed} for all at once, or where that fails as {@link #each} does; nothing if there is none.
     *
     * @param deed to be done again without harm after it has failed
     */
    static <T> void ratherTogether(List<T> things, Function<T, Object> name, Consumer<List<T>> deed) {
        if (things.isEmpty()) {
            return;
        }
        try {
            deed.accept(things);
        } catch (LetGo e) {
            throw e;
        } catch (RuntimeException e) {
            each(things, name, thing -> deed.accept(List.of(thing)));
        }
    }

    private static void attempt(Object name, Runnable deed) {
        try {
            deed.run();
        } catch (LetGo e) {
            throw e;
        } catch (RuntimeException e) {
            if (e instanceof StorageFailure failure && failure.reason() == Reason.BUSY) {
                throw e;
            }
            LOG.error("{} could not be seen to, and is left for another time", name, e);
        }
    }
}
