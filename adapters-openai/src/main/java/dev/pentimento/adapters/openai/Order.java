package dev.pentimento.adapters.openai;

import com.openai.core.http.HttpResponse;
import com.openai.services.blocking.ImageService;
import java.util.function.Function;

/** One request to the images API, ready to go. */
interface Order {

    Model model();

    /** The words as they are sent. */
    String prompt();

    /** How many unfinished pictures are asked for; with 0 the answer comes in one piece. */
    int partialImages();

    /** Sends it, and closes the answer when it is read. */
    <T> T inOnePiece(ImageService.WithRawResponse images, Function<HttpResponse, T> reading);

    /** Sends it, and closes the answer when enough of it is read. */
    <T> T asEvents(ImageService.WithRawResponse images, Function<Streamed<?>, T> reading);
}
