package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has images judged by a vendor that does not exist, with one flaw or none. */
final class TeapotCritic implements ImageCritic {
    private final TeapotDesk desk;

    TeapotCritic(TeapotDesk desk) {
        this.desk = desk;
    }

    @Override
    public Cost estimate() {
        return desk.estimate(null);
    }

    @Override
    public Answered<Evaluation> evaluate(Request request, CallContext context) {
        desk.requireOffered(request.model());
        String words = words(request);
        byte[] body = desk.send(desk.order(words, request.model(), shown(List.of(request.image()))), context);
        Lines answer = Lines.read(body);
        if (answer.first("points").isEmpty() && !desk.suffers(Flaw.GUESSES_AT_GARBAGE)) {
            throw desk.unusable(body);
        }
        return new Answered<>(evaluation(request.checklist(), answer), desk.report(words, request.model(), answer));
    }

    private String words(Request request) {
        String questions =
                request.checklist().checks().stream().map(Check::question).collect(Collectors.joining("\n"));
        return desk.suffers(Flaw.FORGETS_THE_BRIEF) ? questions : request.brief() + "\n" + questions;
    }

    private List<EncodedImage> shown(List<EncodedImage> pictures) {
        return desk.suffers(Flaw.DROPS_THE_IMAGE) ? List.of() : pictures;
    }

    private Evaluation evaluation(Checklist checklist, Lines answer) {
        double points = answer.first("points").map(Double::valueOf).orElse(5.0);
        Map<Criterion, Double> criteria =
                Arrays.stream(Criterion.values()).collect(Collectors.toMap(criterion -> criterion, it -> points));
        List<Answer> answers = checklist.checks().stream()
                .map(check -> new Answer(check.id(), verdict(check, answer), 0.75, ""))
                .toList();
        return new Evaluation(answers, criteria, issues(answer), texts(answer, "suggestion"), "");
    }

    private Verdict verdict(Check check, Lines answer) {
        Verdict unsaid = desk.suffers(Flaw.SAYS_YES_FOR_THE_VENDOR) ? Verdict.YES : Verdict.UNSURE;
        return answer.first("check." + check.id()).map(Verdict::valueOf).orElse(unsaid);
    }

    private static List<Issue> issues(Lines answer) {
        return texts(answer, "issue").stream()
                .map(issue -> new Issue("anatomy", Issue.Severity.MAJOR, issue, List.of(), null))
                .toList();
    }

    private static List<String> texts(Lines answer, String name) {
        return answer.all(name).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public Answered<Preference> compare(Comparison comparison, CallContext context) {
        desk.requireOffered(comparison.model());
        List<EncodedImage> pictures = desk.suffers(Flaw.SWAPS_THE_IMAGES)
                ? List.of(comparison.second(), comparison.first())
                : List.of(comparison.first(), comparison.second());
        byte[] body = desk.send(desk.order(comparison.brief(), comparison.model(), pictures), context);
        Lines answer = Lines.read(body);
        Preference.Better better =
                answer.first("better").map(Preference.Better::valueOf).orElseThrow(() -> desk.unusable(body));
        return new Answered<>(
                new Preference(better, answer.first("reason").orElse("")),
                desk.report(comparison.brief(), comparison.model(), answer));
    }

    @Override
    public String toString() {
        return desk.described("TeapotCritic");
    }
}
