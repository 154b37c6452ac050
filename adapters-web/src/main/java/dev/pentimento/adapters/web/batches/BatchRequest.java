package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prompts that are to go through the loop.
 *
 * @param model of those prompts that name none
 * @param variants how many images each round makes, 1 to 10; 1 if not said
 * @param maxIterations how many rounds each prompt gets at most, 1 to 10; 3 if not said
 * @param target the score at which a prompt is done, 0 to 1; 0.85 if not said
 * @param budgetUsd what all of it together may cost
 * @param batchSize how many prompts are worked on at the same time, 1 to 16; 4 if not said
 * @param size of each image in px, such as 1024x768; 1024x1024 if not said
 * @param seed fixes chance, where the provider can
 */
record BatchRequest(
        List<Prompt> prompts,
        @Nullable String model,
        @Nullable String provider,
        @Nullable Integer variants,
        @Nullable Integer maxIterations,
        @Nullable Double target,
        @Nullable Double budgetUsd,
        @Nullable Integer batchSize,
        @Nullable String size,
        @Nullable Long seed) {
    static final int AT_ONCE = 4;

    private static final int MOST_AT_ONCE = 16;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    BatchRequest {
        prompts = List.copyOf(prompts);
    }

    /** One prompt; it needs one of its texts. */
    record Prompt(
            String id,
            @Nullable String title,
            @Nullable String scene,
            @Nullable String mood,
            @Nullable String prompt,
            @Nullable String model) {}

    /** @throws dev.pentimento.adapters.web.http.Refusal with all that is wrong */
    static BatchRequest read(Fields fields) {
        BatchRequest read = new BatchRequest(
                new Prompts(fields).read(),
                fields.text("model").orElse(null),
                fields.text("provider").orElse(null),
                wholeNumber(fields, "variants", LoopRules.MAX_VARIANTS),
                wholeNumber(fields, "max_iterations", LoopRules.MAX_ITERATIONS),
                number(fields, "target", 1),
                budgetUsd(fields),
                wholeNumber(fields, "batch_size", MOST_AT_ONCE),
                fields.text("size").orElse(null),
                seed(fields));
        fields.made("size", Optional.ofNullable(read.size), BatchRequest::size);
        fields.check();
        return read;
    }

    private static @Nullable Integer wholeNumber(Fields fields, String name, int most) {
        Double number = fields.number(name).orElse(null);
        if (number == null) {
            return null;
        }
        int whole = number.intValue();
        if (number != whole || whole < 1 || whole > most) {
            fields.wrong(name, "must be a whole number from 1 to " + most);
        }
        return whole;
    }

    static @Nullable Double budgetUsd(Fields fields) {
        return number(fields, "budget_usd", 1e6);
    }

    private static @Nullable Double number(Fields fields, String name, double most) {
        Double number = fields.number(name).orElse(null);
        if (number != null && !(number >= 0 && number <= most)) {
            fields.wrong(name, "must lie between 0 and " + (long) most);
        }
        return number;
    }

    private static @Nullable Long seed(Fields fields) {
        return fields.node("seed")
                .flatMap(node -> fields.made("seed", Optional.of(node), sent -> {
                    if (!sent.canConvertToLong() || !sent.isIntegralNumber()) {
                        throw new IllegalArgumentException("must be a whole number");
                    }
                    return sent.longValue();
                }))
                .orElse(null);
    }

    ImageSize imageSize() {
        return size(size == null ? "1024x1024" : size);
    }

    private static ImageSize size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a size in pixels such as 1024x768");
        }
        return new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Where models are named: by the batch, or by some of its prompts. */
    String modelField() {
        return prompts.stream().allMatch(prompt -> prompt.model() == null) ? "model" : "prompts";
    }

    List<Item> items() {
        return prompts.stream().map(prompt -> Prompts.item(prompt, model)).toList();
    }

    LoopRules rules() {
        LoopRules usual = LoopRules.DEFAULT;
        return new LoopRules(
                variants == null ? usual.variants() : variants,
                maxIterations == null ? usual.maxIterations() : maxIterations,
                target == null ? usual.target() : target);
    }

    /** In micro-USD. */
    OptionalLong budget() {
        return microUsd(budgetUsd);
    }

    static OptionalLong microUsd(@Nullable Double usd) {
        return usd == null
                ? OptionalLong.empty()
                : OptionalLong.of(BigDecimal.valueOf(usd)
                        .multiply(MICRO)
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact());
    }

    int atOnce() {
        return batchSize == null ? AT_ONCE : batchSize;
    }
}
