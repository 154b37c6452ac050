package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers questions about one picture by its figures and by the outlines of the engine's own motifs, and by nothing else: what they do not tell is
 * unsure. For one thread. */
final class Examination {
    /** The share of a colour from which it is clearly to be seen, and up to which it is not there. */
    private static final double SEEN = 0.03;

    private static final double NOWHERE = 0.004;
    /** The same where it shall be a main colour. */
    private static final double MAIN = 0.2;

    private static final double NOT_MAIN = 0.08;

    private final Measures measures;
    private final Script script;
    private final Things things;

    Examination(Raster picture) {
        LabImage whole = Measures.onWhite(LabImage.of(picture));
        this.measures = Measures.of(whole);
        this.script = new Script(picture);
        this.things = new Things(new MotifSearch(whole));
    }

    Measures measures() {
        return measures;
    }

    Things things() {
        return things;
    }

    Script script() {
        return script;
    }

    Judged judge(Check check) {
        Question question = Question.of(check);
        if (!question.lettering().isEmpty()) {
            return turned(
                    Judged.all(question.lettering().stream().map(script::reads).toList()), question);
        }
        if (question.asksForAnyLettering() && speaksOfLetters(check)) {
            return turned(script.hasLettering(), question);
        }
        if (question.asksForThings()) {
            return things.judge(question);
        }
        if (check.kind() == CheckKind.TEXT || !question.asksForFigures()) {
            return Judged.unsure("Nothing that was measured tells this");
        }
        return question.whole() ? byFigures(question) : ofAPart(question);
    }

    private static boolean speaksOfLetters(Check check) {
        return ThemePalettes.words(check.question()).stream().anyMatch(Question::isLetters);
    }

    /** A colour that is nowhere is not on the thing either; whose colour it is tells only a thing that was found. */
    private Judged ofAPart(Question question) {
        for (ColorName color : question.colors()) {
            Judged anywhere = judge(color, question);
            if (anywhere.verdict() == Verdict.NO) {
                return turned(anywhere, question);
            }
        }
        return turned(things.colored(question), question);
    }

    private Judged byFigures(Question question) {
        List<Judged> parts = new ArrayList<>();
        question.colors().forEach(color -> parts.add(turned(judge(color, question), question)));
        question.traits().forEach(trait -> parts.add(turned(trait.judge(measures), question)));
        return Judged.all(parts)
                .notYesIf(
                        !question.rest().isEmpty(),
                        "what else is asked was not measured (%s)".formatted(String.join(" ", question.rest())));
    }

    private Judged judge(ColorName color, Question question) {
        double share = measures.colors().of(color);
        String evidence = String.format(Locale.ROOT, "%.1f%% of the picture is %s", 100 * share, color.label());
        double yes = question.dominant() ? MAIN : SEEN;
        double no = question.dominant() ? NOT_MAIN : NOWHERE;
        if (share <= no) {
            return Judged.no(0.9, evidence);
        }
        return share >= yes ? Judged.yes(0.85, evidence) : Judged.unsure(evidence);
    }

    private static Judged turned(Judged judged, Question question) {
        return question.negative() ? judged.reversed() : judged;
    }
}
