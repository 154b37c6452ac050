package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageCritic.Preference.Better;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges and writes as it is told, and remembers what it was asked. */
final class ScriptedCritic implements Provider, ImageCritic, PromptWriter {
    static final String NAME = "critic";

    private static final int CHECKS = 100;

    final BlockingQueue<ImageCritic.Request> judged = new LinkedBlockingQueue<>();
    final BlockingQueue<Comparison> compared = new LinkedBlockingQueue<>();
    final BlockingQueue<Scene> asked = new LinkedBlockingQueue<>();
    final BlockingQueue<Shortfall> refined = new LinkedBlockingQueue<>();
    private final Deque<Supplier<Evaluation>> evaluations = new ConcurrentLinkedDeque<>();
    private final Deque<Supplier<RefinedPrompt>> prompts = new ConcurrentLinkedDeque<>();
    private volatile BiFunction<Comparison, Integer, Better> preference = (comparison, time) -> Better.NEITHER;
    private volatile Cost estimate = Cost.estimated(100);
    private volatile CheckKind kind = CheckKind.STYLE;
    private volatile @Nullable ProviderFailure noChecklist;
    private volatile @Nullable String wording;

    /** One image after the other gets these marks, in hundredths. */
    void gives(int... hundredths) {
        IntStream.of(hundredths).forEach(mark -> evaluations.add(() -> evaluation(mark)));
    }

    void answers(Supplier<Evaluation> script) {
        evaluations.add(script);
    }

    void writes(String... texts) {
        List.of(texts).forEach(text -> writes(text, Strategy.REWRITE_PROMPT));
    }

    void writes(String text, Strategy strategy) {
        prompts.add(() -> new RefinedPrompt(text, List.of("It was too bare"), strategy));
    }

    /** Answers so whenever a scene lacks its prompt. */
    void wordsEveryPrompt(String answer) {
        wording = answer;
    }

    void fails(ProviderFailure failure) {
        prompts.add(() -> {
            throw failure;
        });
    }

    /** @param script the comparison, and how many came before */
    void prefers(BiFunction<Comparison, Integer, Better> script) {
        preference = script;
    }

    void costs(Cost other) {
        estimate = other;
    }

    /** What all its checks look at. */
    void looksAt(CheckKind other) {
        kind = other;
    }

    /** Of which the overall score is as many hundredths. */
    static Evaluation evaluation(int hundredths, Issue... issues) {
        List<Answer> answers = IntStream.range(0, CHECKS)
                .mapToObj(i -> new Answer("c" + i, i < hundredths ? Verdict.YES : Verdict.NO, 1, "seen"))
                .toList();
        Map<Criterion, Double> criteria = new EnumMap<>(Criterion.class);
        criteria.put(Criterion.COMPOSITION, hundredths / 10.0);
        return new Evaluation(answers, criteria, List.of(issues), List.of("Add light"), "A picture");
    }

    @Override
    public Answered<Evaluation> evaluate(ImageCritic.Request request, CallContext context) {
        judged.add(request);
        Supplier<Evaluation> script = evaluations.poll();
        return answered(script == null ? evaluation(50) : script.get());
    }

    @Override
    public Answered<Preference> compare(Comparison comparison, CallContext context) {
        int before = compared.size();
        compared.add(comparison);
        return answered(new Preference(preference.apply(comparison, before), "It is brighter"));
    }

    @Override
    public Cost estimate() {
        return estimate;
    }

    @Override
    public Set<Task> tasks() {
        return EnumSet.of(Task.CHECKLIST, Task.REFINEMENT, Task.PROMPT);
    }

    void writesNoChecklist(ProviderFailure why) {
        noChecklist = why;
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        asked.add(scene);
        if (noChecklist != null) {
            throw noChecklist;
        }
        return answered(new Checklist(IntStream.range(0, CHECKS)
                .mapToObj(i -> new Check("c" + i, kind, "Is it so? " + i, List.of(), 1, false))
                .toList()));
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        refined.add(shortfall);
        Supplier<RefinedPrompt> script = prompts.poll();
        return answered(
                script == null
                        ? new RefinedPrompt("prompt " + refined.size(), List.of(), Strategy.REWRITE_PROMPT)
                        : script.get());
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        return answered(wording == null ? "Written of " + scene.text() : wording);
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        throw new ProviderFailure.InvalidRequest("It proposes no palettes");
    }

    private <T> Answered<T> answered(T value) {
        return new Answered<>(
                value,
                new ProviderReport(
                        NAME,
                        "critic-1",
                        "as asked",
                        List.of(),
                        estimate.microUsd().orElse(1) == 0 ? Cost.free() : Cost.reported(90),
                        true));
    }

    @Override
    public String description() {
        return "Judges as it is told.";
    }

    @Override
    public Optional<ImageCritic> critic() {
        return Optional.of(this);
    }

    @Override
    public Optional<PromptWriter> writer() {
        return Optional.of(this);
    }
}
