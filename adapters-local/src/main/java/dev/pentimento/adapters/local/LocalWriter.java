package dev.pentimento.adapters.local;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes by rules, in words that the engine's own generator understands and others too. The same material gives the same words. */
final class LocalWriter implements PromptWriter {

    @Override
    public Set<Task> tasks() {
        return EnumSet.allOf(Task.class);
    }

    @Override
    public Cost estimate() {
        return Cost.free();
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        context.checkCanceled();
        return answered(ThemePalettes.propose(theme, count), theme);
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        context.checkCanceled();
        return answered(Questions.about(required(scene)), scene.text());
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        context.checkCanceled();
        return answered(NewPrompt.of(required(scene)), scene.text());
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        context.checkCanceled();
        return answered(new Mending(shortfall).mended(), shortfall.prompt());
    }

    private static Scene required(Scene scene) {
        if (scene.text().isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "The scene is empty; say what the picture shall show in its title, scene, mood or prompt");
        }
        return scene;
    }

    private static <T> Answered<T> answered(T value, String sent) {
        return new Answered<>(value, LocalEditor.report(sent, List.of()));
    }
}
