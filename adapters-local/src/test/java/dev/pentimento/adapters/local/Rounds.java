package dev.pentimento.adapters.local;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.evaluation.Verdicts;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.testkit.TestCallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rounds of one scene through the adapters alone: make, judge, word anew. Mutable while it is played. */
final class Rounds {
    private static final ImageSize SIZE = new ImageSize(384, 384);

    private final Scene scene;
    private final int variants;
    private final LocalWriter writer = new LocalWriter();
    private final Checklist checklist;
    private final List<Double> best = new ArrayList<>();
    private final List<PromptWriter.Trial> history = new ArrayList<>();
    private @Nullable Judged winner;

    private Rounds(Scene scene, int variants) {
        this.scene = scene;
        this.variants = variants;
        this.checklist = writer.checklist(scene, TestCallContext.calm()).value();
    }

    /** One image that was judged. */
    private record Judged(EncodedImage image, String prompt, Evaluation evaluation, double score) {}

    static Rounds play(Scene scene, int variants, int most) {
        Rounds rounds = new Rounds(scene, variants);
        Judged first = rounds.round(rounds.generated(scene.text(), 1), scene.text());
        String prompt = first.prompt();
        for (int round = 2; round <= most; round++) {
            RefinedPrompt next = rounds.refined();
            if (next.text().equals(prompt)) {
                break;
            }
            rounds.round(rounds.made(next, round), next.text());
            prompt = next.text();
        }
        return rounds;
    }

    /** The best score after a round, 0..1; after the last one it stays. */
    double best(int round) {
        return best.get(Math.min(round, best.size()) - 1);
    }

    private Judged winner() {
        Judged found = winner;
        if (found == null) {
            throw new IllegalStateException("No round was played");
        }
        return found;
    }

    private Judged round(List<EncodedImage> images, String prompt) {
        Judged top = images.stream()
                .map(image -> judged(image, prompt))
                .reduce((one, other) -> other.score() > one.score() ? other : one)
                .orElseThrow();
        history.add(new PromptWriter.Trial(prompt, top.score()));
        Judged before = winner;
        winner = before == null || top.score() > before.score() ? top : before;
        best.add(winner().score());
        return top;
    }

    private Judged judged(EncodedImage image, String prompt) {
        Evaluation evaluation = new LocalCritic()
                .evaluate(new ImageCritic.Request(image, scene.text(), checklist, null), TestCallContext.calm())
                .value();
        return new Judged(
                image, prompt, evaluation, Score.of(checklist, evaluation).overall());
    }

    /** What cannot be edited is made anew. */
    private List<EncodedImage> made(RefinedPrompt next, int round) {
        if (next.strategy() == RefinedPrompt.Strategy.EDIT_IMAGE) {
            try {
                return edited(next.text());
            } catch (ProviderFailure.InvalidRequest e) {
                return generated(next.text(), round);
            }
        }
        return generated(next.text(), round);
    }

    private List<EncodedImage> generated(String prompt, long seed) {
        return new OriginalsGenerator(1)
                .generate(
                        new ImageGenerator.Request(
                                new Instruction(prompt), Brief.EMPTY, SIZE, variants, 100 * seed, null),
                        TestCallContext.calm())
                .images();
    }

    private List<EncodedImage> edited(String prompt) {
        return new LocalEditor(1)
                .edit(
                        new ImageEditor.Request(
                                RefinementKind.PROMPT,
                                new Instruction(prompt),
                                Brief.EMPTY,
                                winner().image(),
                                SIZE,
                                List.of(),
                                null,
                                null,
                                Knobs.DEFAULT.withCandidates(variants),
                                null),
                        TestCallContext.calm())
                .images();
    }

    private RefinedPrompt refined() {
        Evaluation evaluation = winner().evaluation();
        List<Check> failed = new Verdicts(checklist, evaluation).failed();
        return writer.refine(
                        new PromptWriter.Shortfall(
                                scene.text(),
                                winner().prompt(),
                                failed,
                                evaluation.issues(),
                                evaluation.suggestions(),
                                history),
                        TestCallContext.calm())
                .value();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.3f -> %.3f", scene.title(), best(1), best(best.size()));
    }
}
