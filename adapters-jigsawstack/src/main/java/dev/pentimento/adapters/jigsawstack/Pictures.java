package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.provider.http.Reply;
import java.net.URI;
import java.util.Base64;

/**
 * Finds the picture in an answer. It is asked to be the answer itself, and usually is; but JSON with a URL, or with the picture itself in {@code url}, has
 * been seen as well. The media type decides whether to read JSON, and the first bytes what kind of picture it is.
 */
final class Pictures {
    private static final String JSON = "application/json";
    private static final String INLINE = "data:";
    private static final String BASE64 = "base64,";

    private final Api api;
    private final ImageSource results;

    /** @param results fetches what an answer only names */
    Pictures(Api api, ImageSource results) {
        this.api = api;
        this.results = results;
    }

    /** @param cost of the answer, for when it is no use */
    EncodedImage in(Reply reply, Cost cost, CallContext context) {
        if (reply.mediaType().equals(JSON)) {
            return named(reply, cost, context);
        }
        return EncodedImage.sniff(reply.body())
                .orElseThrow(() -> api.failures().unusable(reply, "it is no image", cost));
    }

    private EncodedImage named(Reply reply, Cost cost, CallContext context) {
        String url = Json.read(reply.body())
                .filter(json -> !json.path("success").isBoolean()
                        || json.path("success").booleanValue())
                .flatMap(json -> Json.text(json, "url"))
                .orElseThrow(() -> api.failures().unusable(reply, "it names no image", cost));
        byte[] bytes = url.startsWith("http") ? fetched(url, reply, cost, context) : decoded(url);
        return EncodedImage.sniff(bytes)
                .orElseThrow(() -> api.failures().unusable(reply, "what it names is no image", cost));
    }

    /** It was paid, and cannot be asked for again: there is no way back to it but the URL, which the answer keeps. */
    private byte[] fetched(String url, Reply reply, Cost cost, CallContext context) {
        try {
            return results.fetch(URI.create(url), context).bytes();
        } catch (FetchFailure | IllegalArgumentException e) {
            throw api.failures().unusable(reply, "its image could not be fetched: " + e.getMessage(), cost);
        }
    }

    /** Empty if it is no base 64. */
    private static byte[] decoded(String text) {
        int begin = text.startsWith(INLINE) ? text.indexOf(BASE64) + BASE64.length() : 0;
        try {
            return Base64.getMimeDecoder().decode(text.substring(begin));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
