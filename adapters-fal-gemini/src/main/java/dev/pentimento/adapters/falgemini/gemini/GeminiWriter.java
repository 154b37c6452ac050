package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes prompts, checklists and palettes with the model that judges. */
final class GeminiWriter implements PromptWriter {
    private final Clerk clerk;

    GeminiWriter(Clerk clerk) {
        this.clerk = clerk;
    }

    @Override
    public Set<Task> tasks() {
        return EnumSet.allOf(Task.class);
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        return clerk.ask(
                question(Form.PALETTES, new Themed(theme.strip(), count)),
                text -> Json.read(text, PalettesAnswer.class).first(count),
                context);
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        return clerk.ask(
                question(Form.CHECKLIST, scene),
                text -> Json.read(text, ChecklistAnswer.class).checklist(),
                context);
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        return clerk.ask(
                question(Form.PROMPT, scene),
                text -> Json.read(text, PromptAnswer.class).usable(),
                context);
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        return clerk.ask(
                question(Form.REFINEMENT, Lacking.of(shortfall)),
                text -> Json.read(text, RefinementAnswer.class).refined(),
                context);
    }

    @Override
    public Cost estimate() {
        return clerk.estimate();
    }

    private Question question(Form form, Object material) {
        return Question.of(form, clerk.model(null), List.of(), Json.write(material));
    }

    private record Themed(String theme, int count) {}

    private record Lacking(
            String brief,
            String prompt,
            List<AskedCheck> failed,
            List<Fault> issues,
            List<String> suggestions,
            List<Trial> history) {

        static Lacking of(Shortfall shortfall) {
            return new Lacking(
                    shortfall.brief(),
                    shortfall.prompt(),
                    AskedCheck.of(shortfall.failed()),
                    shortfall.issues().stream().map(Fault::of).toList(),
                    shortfall.suggestions(),
                    shortfall.history());
        }
    }

    private record Fault(String kind, String severity, String description) {
        static Fault of(Issue issue) {
            return new Fault(issue.kind(), issue.severity().label(), issue.description());
        }
    }
}
