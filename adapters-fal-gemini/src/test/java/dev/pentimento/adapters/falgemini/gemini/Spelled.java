package dev.pentimento.adapters.falgemini.gemini;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Good;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How Google writes what it has to say. */
final class Spelled {
    private static final Map<Criterion, String> CRITERIA = Map.of(
            Criterion.COMPOSITION, "composition",
            Criterion.TECHNICAL_QUALITY, "technicalQuality",
            Criterion.AESTHETICS, "aesthetics",
            Criterion.STYLE_AND_MOOD, "styleAndMood",
            Criterion.TEXT_RENDERING, "textRendering");

    private Spelled() {}

    static String answer(Good good, Account account) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode candidate = body.putArray("candidates").addObject();
        candidate.put("finishReason", "STOP").put("index", 0);
        candidate.putObject("content").put("role", "model").putArray("parts").addPOJO(part(good));
        if (account.usage().isKnown()) {
            body.set("usageMetadata", usage(account.usage()));
        }
        if (!account.requestId().isEmpty()) {
            body.put("responseId", account.requestId());
        }
        return Json.write(body);
    }

    /** It makes one picture at a time. */
    private static Map<String, Object> part(Good good) {
        if (good instanceof Good.Images made) {
            EncodedImage image = made.images().get(0);
            return Map.of(
                    "inlineData",
                    Map.of("mimeType", "image/png", "data", Base64.getEncoder().encodeToString(image.bytes())));
        }
        return Map.of("text", Json.write(form(good)));
    }

    private static Object form(Good good) {
        if (good instanceof Good.Judgement judgement) {
            return evaluation(judgement.evaluation());
        }
        if (good instanceof Good.Choice choice) {
            return choice.preference();
        }
        if (good instanceof Good.Questions questions) {
            return Map.of(
                    "checks",
                    questions.checklist().checks().stream()
                            .map(check -> Map.of(
                                    "id", check.id(),
                                    "kind", check.kind().label(),
                                    "question", check.question(),
                                    "dependsOn", check.dependsOn(),
                                    "weight", check.weight(),
                                    "required", check.required()))
                            .toList());
        }
        if (good instanceof Good.Prompt prompt) {
            return Map.of("prompt", prompt.text());
        }
        if (good instanceof Good.Mended mended) {
            return Map.of(
                    "changes", mended.prompt().changes(),
                    "strategy", mended.prompt().strategy(),
                    "refinedPrompt", mended.prompt().text());
        }
        return good;
    }

    private static Object evaluation(Evaluation evaluation) {
        return Map.of(
                "description", evaluation.description(),
                "checks", evaluation.answers().stream().map(Spelled::check).toList(),
                "criteria",
                        evaluation.criteria().entrySet().stream()
                                .collect(Collectors.toMap(mark -> CRITERIA.get(mark.getKey()), Map.Entry::getValue)),
                "issues", evaluation.issues().stream().map(Spelled::issue).toList(),
                "suggestions", evaluation.suggestions());
    }

    private static Object check(Answer answer) {
        return Map.of(
                "id", answer.check(),
                "answer", answer.verdict(),
                "confidence", answer.confidence(),
                "evidence", answer.evidence());
    }

    private static Object issue(Issue issue) {
        return Map.of(
                "kind", issue.kind(),
                "severity", issue.severity(),
                "description", issue.description(),
                "checkIds", issue.checks());
    }

    private static ObjectNode usage(Usage usage) {
        ObjectNode counted = JsonNodeFactory.instance.objectNode();
        long words = count(usage, PriceUnit.TEXT_INPUT_TOKEN);
        long seen = count(usage, PriceUnit.IMAGE_INPUT_TOKEN);
        long pictures = count(usage, PriceUnit.IMAGE_OUTPUT_TOKEN);
        long said = count(usage, PriceUnit.TEXT_OUTPUT_TOKEN);
        counted.put("promptTokenCount", words + seen);
        counted.put("candidatesTokenCount", pictures + said - 1);
        counted.put("thoughtsTokenCount", 1);
        counted.putArray("promptTokensDetails").addPOJO(detail("TEXT", words)).addPOJO(detail("IMAGE", seen));
        counted.putArray("candidatesTokensDetails").addPOJO(detail("IMAGE", pictures));
        return counted;
    }

    private static long count(Usage usage, PriceUnit unit) {
        return usage.amounts().getOrDefault(unit, 0L);
    }

    private static Map<String, Object> detail(String modality, long tokens) {
        return Map.of("modality", modality, "tokenCount", tokens);
    }

    static String blocked(String words) {
        return Json.write(Map.of("promptFeedback", Map.of("blockReason", "SAFETY", "blockReasonMessage", words)));
    }

    static String error(String status, String message) {
        return Json.write(Map.of("error", Map.of("message", message, "status", status)));
    }

    /** @param type the last part of it, such as {@code RetryInfo} */
    static String error(String status, String message, String type, String key, String value) {
        Map<String, String> detail = Map.of("@type", "type.googleapis.com/google.rpc." + type, key, value);
        return Json.write(Map.of("error", Map.of("message", message, "status", status, "details", List.of(detail))));
    }
}
