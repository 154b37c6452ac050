package dev.pentimento.adapters.openai;

import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import java.util.Iterator;
import java.util.function.Function;

/**
 * An answer that comes event by event.
 *
 * @param meaning of an event
 */
record Streamed<E>(HttpResponseFor<StreamResponse<E>> response, Function<E, Happening> meaning) {

    /** In order, as they come; waits for each. */
    Iterator<Happening> happenings() {
        return response.parse().stream().map(meaning).iterator();
    }
}
