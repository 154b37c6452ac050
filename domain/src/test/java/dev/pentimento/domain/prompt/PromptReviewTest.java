package dev.pentimento.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.prompt.PromptReview.Objection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReviewTest {
    private final PromptReview review = new PromptReview(List.of("A red fox in the snow."), 200);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure! A red fox in deep snow",
                "Certainly, here is the prompt you asked for: a fox",
                "Here's a better one: a fox",
                "Here is the refined prompt",
                "I'm sorry, I cannot help with that",
                "I have improved the prompt as follows",
                "As an AI model I would write",
                "Refined prompt: a fox in the snow",
                "The improved prompt: a fox",
                "Prompt: a fox",
                "```\na fox\n```",
                "# A fox\nin the snow",
                "{\"refinedPrompt\": \"a fox\"}",
                "**Prompt**\na fox",
                "A fox in the snow. Let me know if you want changes.",
                "A fox in the snow. Hope this helps!",
                "Okay, a fox",
                "Of course. A fox"
            })
    void chatterIsNoPrompt(String text) {
        assertThat(review.objection(text)).contains(Objection.CHATTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A red fox curled up in deep snow, evening light, calm",
                "Icy lake with a red fox, here and there a birch",
                "Surely the loneliest lighthouse: storm, black water",
                "Insert a red fox into the snow, then darken the sky",
                "A sign that reads \"Sure, why not\" over a bakery",
                "Okapi in the rain forest",
                "Great white egret over a marsh",
                "Thanksgiving table with pumpkins",
                "Make the sky darker and add a lantern"
            })
    void plainWordsAreAPrompt(String text) {
        assertThat(review.objection(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "...", "\u2026 ?"})
    void nothingIsNoPrompt(String text) {
        assertThat(review.objection(text)).contains(Objection.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A red fox in the snow.", "a red fox,  in THE snow!"})
    void whatWasTriedIsNotTriedAgain(String text) {
        assertThat(review.objection(text)).contains(Objection.REPEATED);
    }

    @Test
    void promptIsNotLongerThanItsReaderHeeds() {
        assertThat(review.objection("fox ".repeat(50).strip())).isEmpty();
        assertThat(review.objection("fox ".repeat(51))).contains(Objection.TOO_LONG);
    }
}
