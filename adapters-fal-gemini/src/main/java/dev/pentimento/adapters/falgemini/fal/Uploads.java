package dev.pentimento.adapters.falgemini.fal;

import com.google.gson.JsonObject;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.util.Base64;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Brings pictures to where fal's models can see them: small ones within the request itself, others to fal's storage. Source: the page "fal CDN" of fal's
 * documentation, read in November 2026.
 */
final class Uploads {
    /** In bytes; what is larger is uploaded. Requests are kept by fal and grow by a third as text. */
    static final int LARGEST_INLINE = 1 << 20;

    private static final String ASKED = "for a place to upload a picture to";
    private static final MediaType JSON = MediaType.get("application/json");

    /** Where fal's storage is; pictures go nowhere else, whatever an answer says. */
    private static final List<String> STORAGE = List.of(".fal.ai", ".fal.run", ".fal.media", "storage.googleapis.com");

    private final Transport transport;
    private final HttpUrl address;
    private final Secret key;
    private final Failures failures;

    /** @param address such as {@code https://rest.fal.ai} */
    Uploads(Transport transport, HttpUrl address, Secret key, Failures failures) {
        this.transport = transport;
        this.address = address;
        this.key = key;
        this.failures = failures;
    }

    /** A URL under which a model finds the picture. Costs nothing, and orders nothing. */
    String url(EncodedImage image, CallContext context) {
        return image.length() <= LARGEST_INLINE ? inline(image) : upload(image, context);
    }

    private static String inline(EncodedImage image) {
        return "data:%s;base64,%s"
                .formatted(image.mediaType().mime(), Base64.getEncoder().encodeToString(image.bytes()));
    }

    private String upload(EncodedImage image, CallContext context) {
        context.progress(0, "uploading a picture of %d KB to fal".formatted(image.length() >> 10));
        JsonObject place = place(image, context);
        put(image, uploadUrl(place), context);
        return named(place, "file_url");
    }

    private JsonObject place(EncodedImage image, CallContext context) {
        JsonObject wish = new JsonObject();
        wish.addProperty("content_type", image.mediaType().mime());
        wish.addProperty("file_name", "picture." + image.mediaType().extension());
        Request request = new Request.Builder()
                .url(address.newBuilder()
                        .addPathSegments("storage/upload/initiate")
                        .addQueryParameter("storage_type", "fal-cdn-v3")
                        .build())
                .header("Authorization", Exchange.authorization(key))
                .post(RequestBody.create(wish.toString(), JSON))
                .build();
        Reply reply = successful(transport.send(request, Purpose.PREPARATION, context), ASKED);
        return Json.object(reply.body()).orElseThrow(() -> nowhere("no JSON object"));
    }

    private HttpUrl uploadUrl(JsonObject place) {
        HttpUrl url = HttpUrl.parse(named(place, "upload_url"));
        if (url == null || !isStorage(url)) {
            throw nowhere("a place that is none of fal's");
        }
        return url;
    }

    private boolean isStorage(HttpUrl url) {
        boolean configured =
                url.host().equals(address.host()) && url.port() == address.port() && url.isHttps() == address.isHttps();
        boolean official = url.isHttps()
                && STORAGE.stream()
                        .anyMatch(host -> ("." + url.host()).endsWith(host.startsWith(".") ? host : "." + host));
        return configured || official;
    }

    private static String named(JsonObject place, String name) {
        return Json.text(place, name).orElseThrow(() -> nowhere("no " + name));
    }

    private static ProviderFailure nowhere(String what) {
        return Purpose.PREPARATION.unclear("fal answered %s with %s".formatted(ASKED, what), null);
    }

    /** The place is open to whoever knows its URL, so the key stays here. */
    private void put(EncodedImage image, HttpUrl place, CallContext context) {
        Request request = new Request.Builder()
                .url(place)
                .put(RequestBody.create(
                        image.bytes(), MediaType.get(image.mediaType().mime())))
                .build();
        successful(transport.send(request, Purpose.PREPARATION, context), "the upload of a picture");
    }

    private Reply successful(Reply reply, String asked) {
        if (!reply.isSuccess()) {
            throw failures.of(reply, asked, Purpose.PREPARATION);
        }
        return reply;
    }
}
