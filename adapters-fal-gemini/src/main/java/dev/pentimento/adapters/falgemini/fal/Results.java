package dev.pentimento.adapters.falgemini.fal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes images of what fal answers as a result: {@code {"images": [{"url"}], "has_nsfw_concepts": [...]}}, with the bill in a header. */
final class Results {
    private static final double NEARLY_DONE = 0.9;

    /** After these there is no use in fetching again. */
    private static final Set<FetchFailure.Reason> LASTING = EnumSet.of(
            FetchFailure.Reason.INVALID_URL,
            FetchFailure.Reason.NOT_ALLOWED,
            FetchFailure.Reason.NOT_FOUND,
            FetchFailure.Reason.TOO_LARGE,
            FetchFailure.Reason.TOO_MANY_REDIRECTS);

    private final ImageSource source;
    private final Endpoints endpoints;
    private final Failures failures;

    Results(ImageSource source, Endpoints endpoints, Failures failures) {
        this.source = source;
        this.endpoints = endpoints;
        this.failures = failures;
    }

    /** @throws ProviderFailure.Unavailable if an image cannot be fetched just now */
    MadeImages of(Reply reply, Receipt receipt, CallContext context) {
        JsonObject body =
                Json.object(reply.body()).orElseThrow(() -> unusable(reply, receipt, "are no JSON object", null));
        List<String> urls = urls(body, reply, receipt);
        List<EncodedImage> images = new ArrayList<>();
        for (String url : urls) {
            context.progress(NEARLY_DONE, "fetching image %d of %d".formatted(images.size() + 1, urls.size()));
            image(url, reply, receipt, context).ifPresent(images::add);
        }
        if (images.isEmpty()) {
            throw unusable(reply, receipt, "hold no image", null);
        }
        return new MadeImages(images, report(reply, receipt));
    }

    /** Of the images that the safety checker let pass; those it did not are black. */
    private List<String> urls(JsonObject body, Reply reply, Receipt receipt) {
        List<JsonElement> flags = Json.list(body, "has_nsfw_concepts");
        List<JsonElement> images = images(body);
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).isJsonObject() && (i >= flags.size() || !isTrue(flags.get(i)))) {
                Json.text(images.get(i).getAsJsonObject(), "url").ifPresent(passed::add);
            }
        }
        if (passed.isEmpty() && flags.stream().anyMatch(Results::isTrue)) {
            throw new ProviderFailure.Refused(
                    "fal made %s and held the images back: its safety checker found them unsafe; ask for something else"
                            .formatted(receipt.asked()),
                    cost(reply, receipt));
        }
        return passed;
    }

    /** A few endpoints deliver one image by itself. */
    private static List<JsonElement> images(JsonObject body) {
        List<JsonElement> images = Json.list(body, "images");
        return images.isEmpty() ? Json.member(body, "image").stream().toList() : images;
    }

    private static boolean isTrue(JsonElement flag) {
        return flag.isJsonPrimitive() && flag.getAsJsonPrimitive().getAsBoolean();
    }

    /** Empty if it is none. */
    private Optional<EncodedImage> image(String url, Reply reply, Receipt receipt, CallContext context) {
        return url.startsWith("data:") ? inline(url) : EncodedImage.sniff(fetched(url, reply, receipt, context));
    }

    private static Optional<EncodedImage> inline(String url) {
        try {
            byte[] bytes = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
            return EncodedImage.sniff(bytes);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] fetched(String url, Reply reply, Receipt receipt, CallContext context) {
        try {
            return source.fetch(address(url, reply, receipt), context).bytes();
        } catch (FetchFailure e) {
            if (LASTING.contains(e.reason())) {
                throw unusable(reply, receipt, "name an image that cannot be had (%s)".formatted(e.getMessage()), e);
            }
            throw Purpose.RESULT.unclear(
                    "An image of %s could not be fetched: %s".formatted(receipt.asked(), e.getMessage()), e);
        }
    }

    private URI address(String url, Reply reply, Receipt receipt) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw unusable(reply, receipt, "name an image by something that is no URL", e);
        }
    }

    private ProviderFailure unusable(Reply reply, Receipt receipt, String why, @Nullable Throwable cause) {
        return failures.unusable(reply, "for the result of " + receipt.asked(), why, cost(reply, receipt), cause);
    }

    private ProviderReport report(Reply reply, Receipt receipt) {
        return new ProviderReport(
                FalProviderFactory.NAME,
                receipt.endpoint(),
                receipt.prompt(),
                List.of(),
                cost(reply, receipt),
                Bill.in(reply),
                receipt.requestId(),
                true);
    }

    private Cost cost(Reply reply, Receipt receipt) {
        return endpoints.prices(receipt.endpoint()).reported(Bill.in(reply));
    }
}
