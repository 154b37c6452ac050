package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prompts in the form in which a batch takes them.
 *
 * @param model of those that name none; null = there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromptsDocument(@Nullable String model, List<Prompt> prompts) {
    public PromptsDocument {
        prompts = List.copyOf(prompts);
    }

    /** One of them; what it lacks is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Prompt(
            String id,
            String title,
            String scene,
            String mood,
            String prompt,
            @Nullable String model) {}

    /** Each with the words that made its best image, where those are not the original ones. */
    public static PromptsDocument refined(List<Run> runs) {
        return new PromptsDocument(
                null, runs.stream().map(PromptsDocument::refined).toList());
    }

    private static Prompt refined(Run run) {
        Item item = run.item();
        String words = run.best()
                .flatMap(run::origin)
                .filter(iteration -> iteration.way() != Way.ORIGINAL)
                .map(Iteration::prompt)
                .orElse(item.scene().prompt());
        return new Prompt(
                item.id(),
                item.scene().title(),
                item.scene().scene(),
                item.scene().mood(),
                words,
                item.model());
    }
}
