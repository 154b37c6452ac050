package dev.pentimento.adapters.openai;

import com.openai.core.JsonField;

/** What an event of an answer tells. */
sealed interface Happening {

    /** A picture in base64 that is not finished yet. */
    record Partial(String picture) implements Happening {}

    /** The picture in base64, and what it cost. */
    record Completed(String picture, JsonField<?> usage) implements Happening {}

    /** Nothing that anybody waits for. */
    record Other() implements Happening {}
}
