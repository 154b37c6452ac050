package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageCritic.Comparison;
import dev.pentimento.ports.out.ImageCritic.Preference;
import dev.pentimento.ports.out.ImageCritic.Preference.Better;
import dev.pentimento.ports.out.ImageCritic.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ImageCritic} promises. Extend it for yours. */
public abstract class ImageCriticContract {
    private static final String BRIEF = "A bright picture in blue, without text";
    private static final EncodedImage PICTURE = EditorPictures.png(EditorPictures.colorful());
    private static final EncodedImage OTHER = EditorPictures.plain(EditorPictures.SIZE, 0x101010);

    /** The critic under test, ready for calls; where it speaks to a vendor, with a stand-in for the vendor. */
    protected abstract ImageCritic critic();

    @Test
    void everyCheckIsAnsweredOnceAndNoOther() {
        Checklist checklist = everyKind();

        Evaluation evaluation = evaluate(checklist);

        assertThat(evaluation.answers())
                .extracting(Answer::check)
                .containsExactlyInAnyOrderElementsOf(
                        checklist.checks().stream().map(Check::id).toList());
    }

    @Test
    void everyAnswerSaysWhatItRestsOn() {
        assertThat(evaluate(everyKind()).answers()).extracting(Answer::evidence).doesNotContain("");
    }

    @Test
    void somethingIsMarkedAndTold() {
        assertThat(evaluate(everyKind()).criteria()).isNotEmpty();
        assertThat(evaluate(everyKind()).description()).isNotBlank();
    }

    @Test
    void issuesNameChecksOfTheListOnly() {
        Checklist checklist = everyKind();

        assertThat(evaluate(checklist).issues())
                .flatExtracting(issue -> issue.checks())
                .allSatisfy(id -> assertThat(checklist.find(id)).isPresent());
    }

    @Test
    void comparisonIsGroundedAndDoesNotDependOnTheOrder() {
        Preference straight = compare(PICTURE, OTHER);
        Preference swapped = compare(OTHER, PICTURE);

        assertThat(straight.reason()).isNotBlank();
        assertThat(swapped.better()).isEqualTo(other(straight.better()));
    }

    private static Better other(Better better) {
        return switch (better) {
            case FIRST -> Better.SECOND;
            case SECOND -> Better.FIRST;
            case NEITHER -> Better.NEITHER;
        };
    }

    @Test
    void servesSeveralCallsAtOnce() {
        Checklist checklist = everyKind();

        assertThat(Crowd.of(4, () -> evaluate(checklist)))
                .allSatisfy(evaluation -> assertThat(evaluation.answers()).hasSameSizeAs(checklist.checks()));
    }

    @Test
    void canceledCallEnds() {
        assertThatThrownBy(() -> critic().evaluate(request(everyKind()), TestCallContext.canceled()))
                .isInstanceOf(ProviderFailure.Canceled.class);
        assertThatThrownBy(() -> critic().compare(comparison(PICTURE, OTHER), TestCallContext.canceled()))
                .isInstanceOf(ProviderFailure.Canceled.class);
    }

    private static Checklist everyKind() {
        List<Check> checks = new ArrayList<>();
        for (CheckKind kind : CheckKind.values()) {
            checks.add(new Check(
                    kind.label(), kind, "Is the picture bright, and does it show a teapot?", List.of(), 1, false));
        }
        return new Checklist(checks);
    }

    private Evaluation evaluate(Checklist checklist) {
        return critic().evaluate(request(checklist), TestCallContext.calm()).value();
    }

    private Preference compare(EncodedImage first, EncodedImage second) {
        return critic().compare(comparison(first, second), TestCallContext.calm())
                .value();
    }

    private static Request request(Checklist checklist) {
        return new Request(PICTURE, BRIEF, checklist, null);
    }

    private static Comparison comparison(EncodedImage first, EncodedImage second) {
        return new Comparison(first, second, BRIEF, null);
    }
}
