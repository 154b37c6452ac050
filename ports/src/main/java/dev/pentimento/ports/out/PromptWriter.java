package dev.pentimento.ports.out;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import java.util.List;
import java.util.Set;

/**
 * Writes what goes into prompts, and what images are measured by.
 *
 * <p>Safe for use by several threads. Never retries and never sleeps; every failure is a
 * {@link dev.pentimento.ports.failure.ProviderFailure}. What it does not declare in {@link #tasks} it refuses with
 * {@link dev.pentimento.ports.failure.ProviderFailure.InvalidRequest}, without calling anybody.
 */
public interface PromptWriter {

    /** What it can write. */
    Set<Task> tasks();

    /**
     * Proposes palettes that suit a theme.
     *
     * @param theme may be blank
     * @param count how many, 1..7, all different
     */
    Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context);

    /** Asks yes/no questions by which an image of the scene can be judged. */
    Answered<Checklist> checklist(Scene scene, CallContext context);

    /** Writes the prompt that a scene lacks. */
    Answered<String> write(Scene scene, CallContext context);

    /** Writes a prompt that mends what failed. */
    Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context);

    /** What one call will probably cost. A known 0 promises that it costs nothing whatever happens, so that it may be repeated. */
    Cost estimate();

    /** Something to be written. */
    enum Task {
        PALETTES,
        CHECKLIST,
        PROMPT,
        REFINEMENT
    }

    /**
     * What an image lacks.
     *
     * @param brief what was asked for, in the original words
     * @param prompt from which the image was made
     * @param failed the checks it does not pass
     * @param history earlier prompts with their scores, oldest first
     */
    record Shortfall(
            String brief,
            String prompt,
            List<Check> failed,
            List<Issue> issues,
            List<String> suggestions,
            List<Trial> history) {
        public Shortfall {
            failed = List.copyOf(failed);
            issues = List.copyOf(issues);
            suggestions = List.copyOf(suggestions);
            history = List.copyOf(history);
        }
    }

    /** A prompt that was tried, and how well its best image did, 0..1. */
    record Trial(String prompt, double score) {}
}
