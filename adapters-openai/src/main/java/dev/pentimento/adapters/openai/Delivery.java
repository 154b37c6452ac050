package dev.pentimento.adapters.openai;

import com.openai.core.JsonField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.images.ImagesResponse;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Makes of an answer what was ordered: pictures, and what they cost. */
final class Delivery {
    private final Pictures pictures;

    Delivery(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Of an answer in one piece. */
    MadeImages whole(Order order, HttpResponse response, CallContext context) {
        try {
            ImagesResponse answer = read(response);
            List<EncodedImage> images = pictures.of(answer.data().orElse(List.of()), context);
            return made(order, response, images, answer._usage());
        } catch (IOException | OpenAIInvalidDataException noSuchAnswer) {
            throw unintelligible(response, Cost.unknown());
        }
    }

    /** {@code null} is JSON, too. */
    private static ImagesResponse read(HttpResponse response) throws IOException {
        ImagesResponse answer = LargeJson.MAPPER.readValue(Received.seenOf(response), ImagesResponse.class);
        return Objects.requireNonNullElseGet(
                answer, () -> ImagesResponse.builder().created(0).build());
    }

    /** Of the last one of many events. */
    MadeImages completed(Order order, HttpResponse response, Happening.Completed event) {
        List<EncodedImage> images = Pictures.decoded(event.picture()).stream().toList();
        return made(order, response, images, event.usage());
    }

    private static MadeImages made(
            Order order, HttpResponse response, List<EncodedImage> images, JsonField<?> counted) {
        Usage usage = TokenCounts.of(counted);
        Cost cost = order.model().prices().reported(usage);
        if (images.isEmpty()) {
            throw unintelligible(response, cost);
        }
        String requestId = response.headers().values(Complaint.REQUEST_ID).stream()
                .findFirst()
                .orElse("");
        return new MadeImages(
                images,
                new ProviderReport(
                        OpenAiProviderFactory.NAME,
                        order.model().id(),
                        order.prompt(),
                        List.of(),
                        cost,
                        usage,
                        requestId,
                        true));
    }

    /** An answer that is paid and no use. What a reader of JSON says of it may quote anything, so it is not passed on. */
    static ProviderFailure unintelligible(HttpResponse response, Cost cost) {
        byte[] answer = Received.seenOf(response);
        String message = "Provider '%s' answered %d with %d bytes in which there is no picture; the answer is kept"
                .formatted(OpenAiProviderFactory.NAME, response.statusCode(), answer.length);
        return new ProviderFailure.Unintelligible(message, answer, cost, null);
    }
}
