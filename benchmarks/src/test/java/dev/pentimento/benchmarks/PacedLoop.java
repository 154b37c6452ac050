package dev.pentimento.benchmarks;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.PromptWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Makes, judges and writes, each in the same time and at a price. Each prompt is better than the one before, and none is good enough. */
final class PacedLoop implements ImageGenerator, ImageCritic, PromptWriter {
    private static final int CHECKS = 10;
    private static final Checklist CHECKLIST = new Checklist(IntStream.range(0, CHECKS)
            .mapToObj(i -> new Check("c" + i, CheckKind.MOOD, "Is it so?", List.of(), 1, true))
            .toList());
    private static final String MORE = " and more";

    /** Which bits of a picture's colour say it. */
    private static final int ROUND = 16;

    private final Duration time;
    private final AtomicInteger made = new AtomicInteger();

    PacedLoop(Duration time) {
        this.time = time;
    }

    @Override
    public MadeImages generate(ImageGenerator.Request request, CallContext context) {
        return Pace.spend(time, context, () -> new MadeImages(pictures(request), report()));
    }

    private List<EncodedImage> pictures(ImageGenerator.Request request) {
        return IntStream.range(0, request.variants())
                .mapToObj(i -> PacedEditor.picture(round(request) << ROUND | made.incrementAndGet()))
                .toList();
    }

    /** How often its prompt was made better. */
    private static int round(ImageGenerator.Request request) {
        return request.instruction().text().split(MORE, -1).length;
    }

    @Override
    public Cost estimate(ImageGenerator.Request request) {
        return Cost.estimated(10);
    }

    @Override
    public Cost estimate() {
        return Cost.estimated(1);
    }

    /** One check more is passed in each round. */
    @Override
    public Answered<Evaluation> evaluate(ImageCritic.Request request, CallContext context) {
        return Pace.spend(time, context, () -> evaluation(request));
    }

    private static Answered<Evaluation> evaluation(ImageCritic.Request request) {
        int colour = PacedEditor.CODEC.decode(request.image().bytes()).raster().argb(0, 0);
        int passed = colour >> ROUND & 0x7f;
        List<Answer> answers = IntStream.range(0, CHECKS)
                .mapToObj(
                        i -> new Answer("c" + i, i < passed ? Answer.Verdict.YES : Answer.Verdict.NO, 1, "It is there"))
                .toList();
        return new Answered<>(
                new Evaluation(answers, Map.of(Criterion.COMPOSITION, 5.0), List.of(), List.of(), "A picture"),
                report());
    }

    @Override
    public Answered<Preference> compare(Comparison comparison, CallContext context) {
        return new Answered<>(new Preference(Preference.Better.NEITHER, "Alike"), report());
    }

    @Override
    public Set<Task> tasks() {
        return EnumSet.of(Task.CHECKLIST, Task.REFINEMENT);
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        return Pace.spend(time, context, () -> new Answered<>(CHECKLIST, report()));
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        return Pace.spend(time, context, () -> new Answered<>(better(shortfall.prompt()), report()));
    }

    private static RefinedPrompt better(String prompt) {
        return new RefinedPrompt(prompt + MORE, List.of(), RefinedPrompt.Strategy.REWRITE_PROMPT);
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        throw new ProviderFailure.InvalidRequest("It writes no prompts");
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        throw new ProviderFailure.InvalidRequest("It proposes no palettes");
    }

    private static ProviderReport report() {
        return new ProviderReport(PacedProviderFactory.NAME, "paced-1", "as asked", List.of(), Cost.reported(1), false);
    }
}
