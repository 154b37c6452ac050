package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.util.stream.Collectors.joining;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pentimento.domain.image.EncodedImage;
import java.util.Base64;
import java.util.stream.Stream;

/** What OpenAI answers, spelled as its API reference does. */
final class Answers {
    static final String REQUEST_ID = "req_0815";

    /** 44 tokens of text and 400 of images going in, 1056 coming out. */
    static final String USAGE = """
            {"total_tokens": 1500, "input_tokens": 444, "output_tokens": 1056,
             "input_tokens_details": {"text_tokens": 44, "image_tokens": 400}}""";

    private Answers() {}

    static ResponseDefinitionBuilder images(EncodedImage... images) {
        return imagesCounting(USAGE, images);
    }

    static ResponseDefinitionBuilder imagesCounting(String usage, EncodedImage... images) {
        String data = Stream.of(images)
                .map(image -> "{\"b64_json\": \"%s\"}".formatted(base64(image)))
                .collect(joining(", "));
        return okJson("{\"created\": 1795000000, \"data\": [%s], \"usage\": %s}".formatted(data, usage));
    }

    static ResponseDefinitionBuilder error(int status, String type, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("x-request-id", REQUEST_ID)
                .withBody(complaint(type, code, message));
    }

    static String complaint(String type, String code, String message) {
        return "{\"error\": {\"message\": \"%s\", \"type\": \"%s\", \"param\": null, \"code\": \"%s\"}}"
                .formatted(message, type, code);
    }

    static ResponseDefinitionBuilder events(String... events) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/event-stream; charset=utf-8")
                .withBody(String.join("", events));
    }

    /** @param kind {@code image_edit} or {@code image_generation} */
    static String partial(String kind, int index, EncodedImage image) {
        return event(
                kind + ".partial_image",
                "{\"type\": \"%s.partial_image\", \"partial_image_index\": %d, \"b64_json\": \"%s\", \"created_at\": 1795000000}"
                        .formatted(kind, index, base64(image)));
    }

    static String completed(String kind, EncodedImage image) {
        return completedCounting(kind, image, USAGE);
    }

    static String completedCounting(String kind, EncodedImage image, String usage) {
        return event(
                kind + ".completed",
                "{\"type\": \"%s.completed\", \"b64_json\": \"%s\", \"created_at\": 1795000001, \"usage\": %s}"
                        .formatted(kind, base64(image), usage.replaceAll("\\s+", " ")));
    }

    static String event(String name, String data) {
        return "event: %s\ndata: %s\n\n".formatted(name, data);
    }

    static String base64(EncodedImage image) {
        return Base64.getEncoder().encodeToString(image.bytes());
    }
}
