package dev.pentimento.adapters.jigsawstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proposes palettes by JigsawStack's prompt engine. Where its answer holds fewer usable ones than were asked for, built-in ones take their place, and the
 * report says that the theme had no effect on them.
 */
final class JigsawStackWriter implements PromptWriter {
    /** As the endpoint is called. */
    static final String MODEL = "prompt_engine";

    private static final String PROMPT =
            "Propose {count} colour palettes for graphic design that suit this theme: {theme}."
                    + " Give each a short name, one sentence on its mood, and five colours from dark to light as hexadecimal"
                    + " codes such as #1a2b3c. All palettes must differ.";
    private static final String FREE = "free choice";

    private final ProviderSettings settings;
    private final Api api;

    JigsawStackWriter(ProviderSettings settings, Api api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.PALETTES);
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        String asked = theme.isBlank() ? FREE : theme.strip();
        JsonNode answer =
                Json.read(api.prompt(order(asked, count), context).body()).orElse(Json.object());
        List<Palette> usable = PaletteAnswer.palettes(answer.path("result"));
        List<Palette> palettes = BuiltInPalettes.completed(usable, count);
        boolean replaced = !usable.containsAll(palettes);
        if (replaced) {
            context.progress(
                    1, "JigsawStack proposed fewer usable palettes than asked for; built-in ones take their place");
        }
        return new Answered<>(palettes, report(asked, replaced, usage(answer.path("_usage"))));
    }

    /** The words and what they are about travel apart, so that a theme cannot give orders of its own. */
    private static ObjectNode order(String theme, int count) {
        ObjectNode order = Json.object().put("prompt", PROMPT);
        order.putArray("inputs")
                .add(Json.object().put("key", "theme").put("optional", false))
                .add(Json.object().put("key", "count").put("optional", false));
        order.set("input_values", Json.object().put("theme", theme).put("count", Integer.toString(count)));
        order.putArray("return_prompt").add(PaletteAnswer.example());
        return order;
    }

    private ProviderReport report(String theme, boolean replaced, Usage usage) {
        return new ProviderReport(
                JigsawStackProviderFactory.NAME,
                replaced ? MODEL + " and built-in palettes" : MODEL,
                theme,
                replaced ? List.of(theme) : List.of(),
                prices().reported(usage),
                usage,
                "",
                false);
    }

    private PriceList prices() {
        return settings.model(MODEL).map(ModelFacts::prices).orElse(PriceList.UNKNOWN);
    }

    /** {@code input_tokens} and {@code output_tokens}, as the reference of the prompt engine lists them. */
    private static Usage usage(JsonNode told) {
        Map<PriceUnit, Long> amounts = new EnumMap<>(PriceUnit.class);
        count(told, "input_tokens", PriceUnit.TEXT_INPUT_TOKEN, amounts);
        count(told, "output_tokens", PriceUnit.TEXT_OUTPUT_TOKEN, amounts);
        return new Usage(amounts);
    }

    private static void count(JsonNode told, String name, PriceUnit unit, Map<PriceUnit, Long> amounts) {
        JsonNode count = told.path(name);
        if (count.canConvertToLong() && count.longValue() >= 0) {
            amounts.put(unit, count.longValue());
        }
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        throw refused("checklists");
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        throw refused("prompts");
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        throw refused("better prompts");
    }

    private static ProviderFailure refused(String what) {
        return new ProviderFailure.InvalidRequest(
                "Provider '%s' proposes palettes and writes no %s; choose another provider"
                        .formatted(JigsawStackProviderFactory.NAME, what));
    }

    /** JigsawStack does not say before the call what it will count. */
    @Override
    public Cost estimate() {
        return Cost.unknown();
    }
}
