package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.WritePrompt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judging and writing for people, by those who cost nothing. */
class ConsultationTest {
    private final LoopBench bench = new LoopBench();

    @BeforeEach
    void theCriticCostsNothing() {
        bench.critic.costs(Cost.free());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private RefineImage.Picture picture() {
        return new RefineImage.Uploaded(new ImageFile(
                "fox.png", bench.shop.png(TestWorkshop.filled(0xff336699)).bytes()));
    }

    private EvaluateImage.Judgement evaluate(Scene scene) {
        return bench.shop
                .useCases
                .evaluateImage()
                .handle(new EvaluateImage.Query(UserId.LOCAL, picture(), scene, EvaluateImage.Terms.USUAL));
    }

    private ImprovePrompt.Improved improve(String prompt) {
        return bench.shop
                .useCases
                .improvePrompt()
                .handle(new ImprovePrompt.Query(
                        UserId.LOCAL, picture(), LoopBench.FOX, prompt, EvaluateImage.Terms.USUAL));
    }

    @Test
    void anImageIsJudgedByTheChecklistOfItsScene() {
        bench.critic.gives(80);

        EvaluateImage.Judgement judgement = evaluate(LoopBench.FOX);

        assertThat(bench.critic.asked).containsExactly(LoopBench.FOX);
        assertThat(bench.critic.judged).singleElement().satisfies(request -> {
            assertThat(request.brief()).isEqualTo(LoopBench.FOX.text());
            assertThat(request.checklist()).isEqualTo(judgement.checklist());
        });
        assertThat(judgement.score().overall()).isBetween(0.79, 0.81);
        assertThat(judgement.critic()).isEqualTo(ScriptedCritic.NAME);
    }

    @Test
    void aPromptIsImprovedByWhatItsImageLacks() {
        bench.critic.gives(60);
        bench.critic.writes("a bright red fox in the snow");

        ImprovePrompt.Improved improved = improve("a red fox");

        assertThat(improved.refined().text()).isEqualTo("a bright red fox in the snow");
        assertThat(bench.critic.refined).singleElement().satisfies(shortfall -> {
            assertThat(shortfall.brief()).isEqualTo(LoopBench.FOX.text());
            assertThat(shortfall.prompt()).isEqualTo("a red fox");
            assertThat(shortfall.failed()).hasSize(40);
            assertThat(shortfall.suggestions()).containsExactly("Add light");
            assertThat(shortfall.history())
                    .singleElement()
                    .satisfies(trial -> assertThat(trial.prompt()).isEqualTo("a red fox"));
        });
    }

    @Test
    void wordsAboutAPromptAreNoImprovedPrompt() {
        bench.critic.writes("Sure! Here is a better prompt for you: a fox");

        assertThatThrownBy(() -> improve("a red fox"))
                .isInstanceOf(ProviderFailure.Unintelligible.class)
                .hasMessageStartingWith("critic wrote no prompt but words about one ('Sure! Here is")
                .hasMessageContaining("--again");
    }

    @Test
    void theSamePromptAgainIsAnAnswer() {
        bench.critic.writes("a red fox");

        assertThat(improve("a red fox").refined().text()).isEqualTo("a red fox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sure! A fox. Let me know if you want changes! | words about one ('Sure! A fox.",
                "... | nothing that can be read"
            })
    void whatIsNoPromptFillsNoScene(String answer, String why) {
        bench.critic.wordsEveryPrompt(answer);

        assertThatThrownBy(() -> bench.shop
                        .useCases
                        .writePrompt()
                        .handle(new WritePrompt.Query(UserId.LOCAL, LoopBench.FOX, EvaluateImage.Terms.USUAL)))
                .isInstanceOf(ProviderFailure.Unintelligible.class)
                .hasMessageContaining(why);
    }

    @Test
    void anUnreadableAnswerIsAskedForOnceMore() {
        bench.critic.answers(() -> {
            throw new ProviderFailure.Unintelligible("that is no JSON", null);
        });
        bench.critic.gives(70);

        assertThat(evaluate(LoopBench.FOX).score().overall()).isBetween(0.69, 0.71);
        assertThat(bench.critic.judged).hasSize(2);
    }

    @Test
    void nothingIsKept() {
        bench.critic.gives(80);

        evaluate(LoopBench.FOX);

        assertThat(bench.shop.useCases.listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)))
                .isEmpty();
        assertThat(bench.calls()).isEmpty();
        assertThat(bench.shop.useCases.listJobs().handle(new ListJobs.Query(UserId.LOCAL, 9)))
                .isEmpty();
    }

    @Test
    void aSceneWithoutWordsIsRefused() {
        assertThatThrownBy(() -> evaluate(new Scene("", "", " ", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a prompt, a scene, a mood or a title");
    }
}
