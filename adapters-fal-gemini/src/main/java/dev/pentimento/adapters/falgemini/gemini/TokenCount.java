package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.MediaModality;
import com.google.genai.types.ModalityTokenCount;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code usageMetadata}: how many tokens went in and out, of words and of pictures. Thoughts are counted apart from the answer, and cost as much
 * as words of it.
 */
final class TokenCount {
    private final Map<PriceUnit, Long> amounts = new EnumMap<>(PriceUnit.class);

    private TokenCount() {}

    /** @param ofPicture whether the answer should be a picture, which is what counts as long as nothing else is said */
    static Usage usage(GenerateContentResponse response, boolean ofPicture) {
        return response.usageMetadata()
                .map(usage -> new TokenCount().add(usage, ofPicture))
                .orElse(Usage.UNKNOWN);
    }

    private Usage add(GenerateContentResponseUsageMetadata usage, boolean ofPicture) {
        List<ModalityTokenCount> in = usage.promptTokensDetails().orElse(List.of());
        List<ModalityTokenCount> out = usage.candidatesTokensDetails().orElse(List.of());
        add(PriceUnit.IMAGE_INPUT_TOKEN, ofPictures(in));
        add(PriceUnit.TEXT_INPUT_TOKEN, usage.promptTokenCount().orElse(0) - ofPictures(in));
        long pictures =
                ofPicture && out.isEmpty() ? usage.candidatesTokenCount().orElse(0) : ofPictures(out);
        add(PriceUnit.IMAGE_OUTPUT_TOKEN, pictures);
        add(PriceUnit.TEXT_OUTPUT_TOKEN, usage.candidatesTokenCount().orElse(0) - pictures);
        add(PriceUnit.TEXT_OUTPUT_TOKEN, usage.thoughtsTokenCount().orElse(0));
        return new Usage(amounts);
    }

    private static long ofPictures(List<ModalityTokenCount> details) {
        return details.stream()
                .filter(detail -> detail.modality()
                        .filter(modality -> modality.knownEnum() == MediaModality.Known.IMAGE)
                        .isPresent())
                .mapToLong(detail -> detail.tokenCount().orElse(0))
                .sum();
    }

    private void add(PriceUnit unit, long tokens) {
        if (tokens > 0) {
            amounts.merge(unit, tokens, Long::sum);
        }
    }
}
