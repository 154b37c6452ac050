package dev.pentimento.adapters.local;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges pictures by measuring them. It recognises no things: what its figures do not tell is unsure, and every other answer names its figure. The same
 * picture and checks give the same judgement.
 */
final class LocalCritic implements ImageCritic {
    /** Scores nearer to each other than this are alike. */
    private static final double ALIKE = 0.01;

    private static final double QUALITY = 0.3;

    @Override
    public Cost estimate() {
        return Cost.free();
    }

    @Override
    public Answered<Evaluation> evaluate(Request request, CallContext context) {
        context.checkCanceled();
        LocalEditor.checkModel(request.model());
        BundledFont.beReady();
        Evaluation evaluation = evaluation(request.image(), request.checklist().checks());
        context.checkCanceled();
        return new Answered<>(evaluation, LocalEditor.report(request.brief(), List.of()));
    }

    private static Evaluation evaluation(EncodedImage image, List<Check> checks) {
        Raster picture = PngPixels.decode(image);
        Examination seen = new Examination(picture);
        List<Judged> judged = checks.stream().map(seen::judge).toList();
        Faults faults = new Faults(seen, checks, judged);
        return new Evaluation(
                answers(checks, judged),
                new Marks(seen, checks).all(),
                faults.issues(),
                faults.suggestions(),
                description(picture, seen.measures(), judged));
    }

    private static List<Answer> answers(List<Check> checks, List<Judged> judged) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            answers.add(judged.get(i).to(checks.get(i)));
        }
        return answers;
    }

    private static String description(Raster picture, Measures measures, List<Judged> judged) {
        long unsure = judged.stream()
                .filter(answer -> answer.verdict() == Verdict.UNSURE)
                .count();
        return String.format(
                Locale.ROOT,
                "Measured, not looked at: %s px, mean lightness %.2f, contrast %.2f, colourfulness %.0f, warmth %.2f, share of edges %.2f, ground %.0f%%;"
                        + " %d of %d checks could be measured",
                picture.size(),
                measures.tones().lightness(),
                measures.tones().contrast(),
                measures.tones().colorfulness(),
                measures.tones().warmth(),
                measures.edges().detail(),
                100 * measures.layout().ground(),
                judged.size() - unsure,
                judged.size());
    }

    @Override
    public Answered<Preference> compare(Comparison comparison, CallContext context) {
        context.checkCanceled();
        LocalEditor.checkModel(comparison.model());
        BundledFont.beReady();
        List<Check> checks =
                Questions.about(BriefText.scene(comparison.brief())).checks();
        double first = score(evaluation(comparison.first(), checks));
        double second = score(evaluation(comparison.second(), checks));
        context.checkCanceled();
        return new Answered<>(preference(first, second), LocalEditor.report(comparison.brief(), List.of()));
    }

    private static Preference preference(double first, double second) {
        String reason =
                String.format(Locale.ROOT, "by its figures the first scores %.2f and the second %.2f", first, second);
        if (Math.abs(first - second) < ALIKE) {
            return new Preference(Preference.Better.NEITHER, reason);
        }
        return new Preference(first > second ? Preference.Better.FIRST : Preference.Better.SECOND, reason);
    }

    /** How well a picture does by its own checks, with its marks. */
    private static double score(Evaluation evaluation) {
        double yes = evaluation.answers().stream()
                .mapToDouble(answer -> switch (answer.verdict()) {
                    case YES -> 1;
                    case NO -> 0;
                    case UNSURE -> 0.5;
                })
                .average()
                .orElse(0);
        double marks = evaluation.criteria().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return (1 - QUALITY) * yes + QUALITY * marks / 10;
    }
}
