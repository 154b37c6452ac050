package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import com.google.genai.types.Part;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.provider.http.Excerpt;
import dev.pentimento.provider.http.Secret;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered. The library's own ways to its text throw when the model stopped early, and give null when it never began, so the reasons are
 * looked at first.
 */
final class ModelAnswer {
    private static final Set<FinishReason.Known> REFUSALS = EnumSet.of(
            FinishReason.Known.SAFETY,
            FinishReason.Known.RECITATION,
            FinishReason.Known.LANGUAGE,
            FinishReason.Known.BLOCKLIST,
            FinishReason.Known.PROHIBITED_CONTENT,
            FinishReason.Known.SPII,
            FinishReason.Known.IMAGE_SAFETY,
            FinishReason.Known.IMAGE_PROHIBITED_CONTENT,
            FinishReason.Known.IMAGE_RECITATION,
            FinishReason.Known.IMAGE_OTHER,
            FinishReason.Known.NO_IMAGE);

    private final Question question;
    private final GenerateContentResponse response;
    private final String body;
    private final Usage usage;
    private final Cost cost;
    private final Secret key;

    private ModelAnswer(
            Question question, GenerateContentResponse response, String body, PriceList prices, Secret key) {
        this.question = question;
        this.response = response;
        this.body = body;
        this.usage = TokenCount.usage(response, question.wantsPicture());
        this.cost = prices.reported(usage);
        this.key = key;
    }

    /**
     * Reads the body of an answer with success.
     *
     * @throws ProviderFailure.Unintelligible if it is none
     * @throws ProviderFailure.Refused if the model did not want to
     */
    static ModelAnswer of(String body, Question question, PriceList prices, Secret key) {
        ModelAnswer answer = new ModelAnswer(question, response(body), body, prices, key);
        answer.requireWilling();
        return answer;
    }

    private static GenerateContentResponse response(String body) {
        try {
            return Json.sdk(body, GenerateContentResponse.class);
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure.Unintelligible(
                    "Gemini answered with something else than its API describes", bytes(body), Cost.unknown(), e);
        }
    }

    private void requireWilling() {
        response.promptFeedback()
                .filter(feedback -> feedback.blockReason().isPresent())
                .ifPresent(this::refuse);
        candidate()
                .filter(candidate -> candidate
                        .finishReason()
                        .map(FinishReason::knownEnum)
                        .filter(REFUSALS::contains)
                        .isPresent())
                .ifPresent(this::refuse);
    }

    private void refuse(GenerateContentResponsePromptFeedback feedback) {
        throw refused(
                String.valueOf(feedback.blockReason().orElseThrow()),
                feedback.blockReasonMessage().orElse(""));
    }

    private void refuse(Candidate candidate) {
        throw refused(finish(), candidate.finishMessage().orElseGet(this::text));
    }

    /** Google counts what it read and thought all the same, and only says of errors that they are free. */
    private ProviderFailure refused(String reason, String explanation) {
        String words = Excerpt.of(explanation, key);
        return new ProviderFailure.Refused(
                "Gemini refused (%s)%s".formatted(reason, words.isEmpty() ? "" : ": " + words), cost);
    }

    /** All it said, without its thoughts. */
    String text() {
        return parts().flatMap(part -> part.text().stream()).collect(Collectors.joining());
    }

    /**
     * The picture that was asked for; those that it only tried out while thinking do not count.
     *
     * @throws ProviderFailure.Unintelligible if there is none
     */
    EncodedImage picture() {
        return parts().flatMap(part -> part.inlineData().stream())
                .flatMap(blob -> blob.data().stream())
                .flatMap(bytes -> EncodedImage.sniff(bytes).stream())
                .findFirst()
                .orElseThrow(() -> unintelligible("no picture, but \"%s\"".formatted(Excerpt.of(text(), key)), null));
    }

    private Stream<Part> parts() {
        return candidate().flatMap(Candidate::content).flatMap(Content::parts).stream()
                .flatMap(List::stream)
                .filter(part -> !part.thought().orElse(false));
    }

    /** Only one is ever asked for. */
    private Optional<Candidate> candidate() {
        return response.candidates().flatMap(all -> all.stream().findFirst());
    }

    private String finish() {
        return candidate().flatMap(Candidate::finishReason).map(String::valueOf).orElse("no reason");
    }

    /** It was paid, and is of no use; the body is kept. */
    ProviderFailure.Unintelligible unintelligible(String what, @Nullable Throwable cause) {
        return new ProviderFailure.Unintelligible(
                "Gemini's model %s delivered %s (it ended with %s)".formatted(question.model(), what, finish()),
                bytes(body),
                cost,
                cause);
    }

    /** @param byTrainedModel whether pictures were made */
    ProviderReport report(boolean byTrainedModel) {
        return new ProviderReport(
                Gemini.NAME,
                question.model(),
                question.words(),
                List.of(),
                cost,
                usage,
                response.responseId().orElse(""),
                byTrainedModel);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
