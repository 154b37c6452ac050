package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.prompt.Scene;
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

    /** Each as it is to be asked for to get the words that made its best image. */
    public static PromptsDocument refined(List<Run> runs) {
        return new PromptsDocument(
                null, runs.stream().map(PromptsDocument::refined).toList());
    }

    private static Prompt refined(Run run) {
        Scene scene = run.refined();
        return new Prompt(
                run.item().id(),
                scene.title(),
                scene.scene(),
                scene.mood(),
                scene.prompt(),
                run.item().model());
    }
}
