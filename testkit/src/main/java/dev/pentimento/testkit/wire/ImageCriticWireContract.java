package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageCritic.Preference;
import dev.pentimento.ports.out.ImageCritic.Preference.Better;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ImageCritic} behind a network promises. Extend it for yours, beside what {@link WireContract} says. */
public abstract class ImageCriticWireContract extends WireContract {
    private static final String BRIEF = "a red teapot under a half moon";
    private static final EncodedImage PICTURE = EditorPictures.png(EditorPictures.colorful());
    private static final EncodedImage OTHER = EditorPictures.plain(EditorPictures.SIZE, 0x203040);

    private static final Check TEAPOT =
            new Check("c1", CheckKind.OBJECT, "Is there a teapot on the table?", List.of(), 3, true);
    private static final Check RED = new Check("c2", CheckKind.ATTRIBUTE, "Is it red?", List.of("c1"), 2, false);
    private static final Check MOON = new Check("c3", CheckKind.COUNT, "Is there one half moon?", List.of(), 1, false);
    private static final Checklist CHECKLIST = new Checklist(List.of(TEAPOT, RED, MOON));

    @Override
    final Good ordinary() {
        return judgement(answer("c1", Verdict.YES), answer("c2", Verdict.NO), answer("c3", Verdict.UNSURE));
    }

    private static Good judgement(Answer... answers) {
        Map<Criterion, Double> criteria =
                Arrays.stream(Criterion.values()).collect(Collectors.toMap(criterion -> criterion, criterion -> 7.5));
        Issue issue = new Issue("anatomy", Issue.Severity.MAJOR, "the spout has no hole", List.of("c1"), null);
        return new Good.Judgement(new Evaluation(
                List.of(answers), criteria, List.of(issue), List.of("open the spout"), "a teapot without a hole"));
    }

    private static Answer answer(String check, Verdict verdict) {
        return new Answer(check, verdict, 0.75, "as can be seen");
    }

    @Override
    final ProviderReport call(Provider provider, @Nullable String model, CallContext context) {
        return critic(provider).evaluate(request(model), context).report();
    }

    @Override
    final Cost estimate(Provider provider) {
        return critic(provider).estimate();
    }

    @Override
    final ImageCritic role(Provider provider) {
        return critic(provider);
    }

    private static ImageCritic critic(Provider provider) {
        return provider.critic().orElseThrow(() -> new AssertionError("The provider judges no images"));
    }

    private static ImageCritic.Request request(@Nullable String model) {
        return new ImageCritic.Request(PICTURE, BRIEF, CHECKLIST, model);
    }

    private Evaluation evaluation() {
        return critic(provider())
                .evaluate(request(null), TestCallContext.calm())
                .value();
    }

    @Test
    @Proves(Promise.INPUT_IMAGE)
    void imageArrivesWholeAndWithItsType() {
        evaluation();

        assertThat(order().images()).containsExactly(Attachment.of(PICTURE));
    }

    @Test
    @Proves(Promise.QUESTIONS)
    void briefAndEveryQuestionArrive() {
        evaluation();

        assertThat(order().words()).contains(BRIEF, TEAPOT.question(), RED.question(), MOON.question());
    }

    @Test
    @Proves(Promise.EVERY_CHECK)
    void answersComeAsTheyWereGiven() {
        Evaluation evaluation = evaluation();

        assertThat(verdicts(evaluation))
                .containsExactlyInAnyOrderEntriesOf(Map.of("c1", Verdict.YES, "c2", Verdict.NO, "c3", Verdict.UNSURE));
        assertThat(evaluation.criteria())
                .isNotEmpty()
                .allSatisfy((criterion, points) -> assertThat(points).isEqualTo(7.5));
        assertThat(evaluation.issues()).extracting(Issue::description).containsExactly("the spout has no hole");
        assertThat(evaluation.suggestions()).containsExactly("open the spout");
    }

    @Test
    @Proves(Promise.EVERY_CHECK)
    void checkThatTheVendorForgetsIsUnsureAndOneThatItInventsIsLeftOut() {
        vendor().deliver(judgement(answer("c1", Verdict.YES), answer("c9", Verdict.NO)), Account.NONE);

        assertThat(verdicts(evaluation()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("c1", Verdict.YES, "c2", Verdict.UNSURE, "c3", Verdict.UNSURE));
    }

    private static Map<String, Verdict> verdicts(Evaluation evaluation) {
        return evaluation.answers().stream().collect(Collectors.toMap(Answer::check, Answer::verdict));
    }

    @ParameterizedTest
    @EnumSource
    @Proves(Promise.COMPARISON)
    void imagesArriveInTheirOrderAndTheBetterOneIsNamed(Better better) {
        vendor().deliver(new Good.Choice(new Preference(better, "it has a hole")), Account.NONE);

        Answered<Preference> answered = critic(provider())
                .compare(new ImageCritic.Comparison(PICTURE, OTHER, BRIEF, null), TestCallContext.calm());

        assertThat(answered.value()).isEqualTo(new Preference(better, "it has a hole"));
        assertThat(order().words()).contains(BRIEF);
        assertThat(order().images())
                .containsExactlyElementsOf(
                        Stream.of(PICTURE, OTHER).map(Attachment::of).toList());
    }
}
