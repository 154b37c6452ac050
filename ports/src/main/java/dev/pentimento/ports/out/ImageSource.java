package dev.pentimento.ports.out;

import dev.pentimento.domain.image.ImageFile;
import java.net.URI;

/**
 * Fetches the file behind a URL that anybody may have written.
 *
 * <p>Safe for use by several threads. Asks once, never tries again, and reaches no address that is not public unless the configuration
 * names it. Ends by the call's deadline, and no later than the configuration allows a fetch to take. What comes back is a file as it was
 * sent: whether it is an image only its bytes can tell.
 */
@FunctionalInterface
public interface ImageSource {

    /**
     * The file, called like the last part of the URL's path, without folders.
     *
     * @throws dev.pentimento.ports.failure.FetchFailure if there is none to be had; nothing of it is kept
     * @throws dev.pentimento.ports.failure.ProviderFailure.Canceled if the call is cancelled, or its thread interrupted, meanwhile
     */
    ImageFile fetch(URI url, CallContext context);
}
