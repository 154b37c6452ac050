package dev.pentimento.adapters.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonField;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import java.util.EnumMap;
import java.util.Map;

/**
 * What OpenAI counted, as its {@code usage} says: tokens of text and of images going in, and coming out. Where the count is not broken down its price
 * cannot be told, so it counts as not given; except for what came out, which is images unless it says otherwise.
 */
final class TokenCounts {
    private TokenCounts() {}

    static Usage of(JsonField<?> usage) {
        return usage.isMissing() ? Usage.UNKNOWN : of(LargeJson.MAPPER.<JsonNode>valueToTree(usage));
    }

    private static Usage of(JsonNode counted) {
        JsonNode sent = counted.path("input_tokens_details");
        JsonNode made = counted.path("output_tokens_details");
        Map<PriceUnit, Long> tokens = new EnumMap<>(PriceUnit.class);
        count(tokens, PriceUnit.TEXT_INPUT_TOKEN, sent.path("text_tokens"));
        count(tokens, PriceUnit.IMAGE_INPUT_TOKEN, sent.path("image_tokens"));
        count(
                tokens,
                PriceUnit.IMAGE_OUTPUT_TOKEN,
                made.isObject() ? made.path("image_tokens") : counted.path("output_tokens"));
        return tokens.size() < 3 ? Usage.UNKNOWN : withText(tokens, made);
    }

    private static Usage withText(Map<PriceUnit, Long> tokens, JsonNode made) {
        count(tokens, PriceUnit.TEXT_OUTPUT_TOKEN, made.path("text_tokens"));
        return new Usage(tokens);
    }

    private static void count(Map<PriceUnit, Long> tokens, PriceUnit unit, JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0) {
            tokens.put(unit, number.longValue());
        }
    }
}
