package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationAnswerTest {
    private static final Checklist CHECKLIST = new Checklist(Stream.of("c1", "c2", "c3")
            .map(id -> new Check(id, CheckKind.OBJECT, "Is there a " + id + "?", List.of(), 1, false))
            .toList());
    private static final String MARKS =
            "\"criteria\":{\"composition\":8,\"technicalQuality\":7.5,\"aesthetics\":6,\"styleAndMood\":9}";

    @Test
    void everyCheckIsAnsweredOnceInTheOrderOfTheList() {
        Evaluation evaluation = read(check("c3", "NO") + "," + check("c1", "YES") + "," + check("c2", "UNSURE"));

        assertThat(evaluation.answers()).extracting(Answer::check).containsExactly("c1", "c2", "c3");
        assertThat(evaluation.answers())
                .extracting(Answer::verdict)
                .containsExactly(Verdict.YES, Verdict.UNSURE, Verdict.NO);
    }

    @Test
    void whatIsNotAnsweredIsUnsure() {
        Evaluation evaluation = read(check("c1", "YES"));

        assertThat(evaluation.answers())
                .extracting(Answer::verdict)
                .containsExactly(Verdict.YES, Verdict.UNSURE, Verdict.UNSURE);
        assertThat(evaluation.answers().get(1).confidence()).isZero();
    }

    @Test
    void whatWasNotAskedIsDropped() {
        Evaluation evaluation = read(check("c9", "NO") + "," + check("c1", "YES"));

        assertThat(evaluation.answers()).extracting(Answer::check).containsExactly("c1", "c2", "c3");
    }

    @Test
    void whatIsAnsweredInTwoWaysIsUnsure() {
        Evaluation evaluation =
                read(check("c1", "YES") + "," + check("c1", "NO") + "," + check("c2", "NO") + "," + check("c2", "NO"));

        assertThat(evaluation.answers())
                .extracting(Answer::verdict)
                .containsExactly(Verdict.UNSURE, Verdict.NO, Verdict.UNSURE);
    }

    @Test
    void wordsThatAreNoAnswerAreUnsure() {
        Evaluation evaluation = read(check("c1", "MAYBE"));

        assertThat(evaluation.answers().get(0).verdict()).isEqualTo(Verdict.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"95", "1.0001", "1"})
    void tooMuchConfidenceIsFullConfidence(String confidence) {
        Evaluation evaluation =
                read("{\"id\":\"c1\",\"answer\":\"YES\",\"confidence\":%s,\"evidence\":\"\"}".formatted(confidence));

        assertThat(evaluation.answers().get(0).confidence()).isEqualTo(1);
    }

    @Test
    void marksAreTakenAsTheyAre() {
        assertThat(read("").criteria())
                .isEqualTo(Map.of(
                        Criterion.COMPOSITION, 8.0,
                        Criterion.TECHNICAL_QUALITY, 7.5,
                        Criterion.AESTHETICS, 6.0,
                        Criterion.STYLE_AND_MOOD, 9.0));
    }

    @Test
    void letteringIsMarkedWhereThereIsSome() {
        Evaluation evaluation = Json.read(
                        "{\"checks\":[],%s}".formatted(MARKS.replace("}", ",\"textRendering\":3}")),
                        EvaluationAnswer.class)
                .of(CHECKLIST);

        assertThat(evaluation.criteria()).containsEntry(Criterion.TEXT_RENDERING, 3.0);
    }

    @Test
    void issuesKnowTheirChecksAndTheirPlace() {
        Evaluation evaluation = withIssue(
                "{\"kind\":\"anatomy\",\"severity\":\"CRITICAL\",\"description\":\"six legs\",\"checkIds\":[\"c2\",\"c7\"],\"box_2d\":[100,200,600,500]}");

        Issue issue = evaluation.issues().get(0);
        assertThat(issue.severity()).isEqualTo(Issue.Severity.CRITICAL);
        assertThat(issue.checks()).containsExactly("c2");
        assertThat(issue.box()).isEqualTo(new Issue.Box(0.2, 0.1, 0.3, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1,2,3]", "[500,500,400,600]", "[-5,0,10,10]", "[0,0,1001,10]", "null"})
    void boxesThatAreNoneAreDroppedAndTheIssueStays(String box) {
        Evaluation evaluation = withIssue(
                "{\"kind\":\"noise\",\"severity\":\"MINOR\",\"description\":\"\",\"box_2d\":%s}".formatted(box));

        assertThat(evaluation.issues()).singleElement().extracting(Issue::box).isNull();
    }

    @Test
    void issuesOfUnknownSeverityAreMajor() {
        Evaluation evaluation = withIssue("{\"kind\":\"noise\",\"severity\":\"HUGE\",\"description\":\"\"}");

        assertThat(evaluation.issues())
                .singleElement()
                .extracting(Issue::severity)
                .isEqualTo(Issue.Severity.MAJOR);
    }

    /** The control of "unreadable is never a bad mark". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "Sure! Here is my evaluation.",
                "[]",
                "{}",
                "{\"checks\":[]}",
                "{\"checks\":[],\"criteria\":{\"composition\":8,\"technicalQuality\":7,\"aesthetics\":6}}",
                "{\"checks\":[],\"criteria\":{\"composition\":85,\"technicalQuality\":7,\"aesthetics\":6,\"styleAndMood\":9}}",
                "{\"checks\":[],\"criteria\":{\"composition\":\"good\",\"technicalQuality\":7,\"aesthetics\":6,\"styleAndMood\":9}}",
                "{\"checks\":\"all fine\",\"criteria\":{\"composition\":8,\"technicalQuality\":7,\"aesthetics\":6,\"styleAndMood\":9}}",
                "{\"criteria\":{\"composition\":8,\"technicalQuality\":7,\"aesthetics\":6,\"styleAndMood\":9}}",
                "{\"checks\":[],\"criteria\":{\"composition\":8,\"technicalQuality\":7,\"aesthetics\":6,\"styleAndMood\":9}} done"
            })
    void whatCannotBeReadIsNoEvaluation(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(text, EvaluationAnswer.class).of(CHECKLIST));
    }

    private static Evaluation read(String checks) {
        return Json.read("{\"checks\":[%s],%s}".formatted(checks, MARKS), EvaluationAnswer.class)
                .of(CHECKLIST);
    }

    private static Evaluation withIssue(String issue) {
        return Json.read("{\"checks\":[],%s,\"issues\":[%s]}".formatted(MARKS, issue), EvaluationAnswer.class)
                .of(CHECKLIST);
    }

    private static String check(String id, String answer) {
        return "{\"id\":\"%s\",\"answer\":\"%s\",\"confidence\":0.9,\"evidence\":\"seen\"}".formatted(id, answer);
    }
}
