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
                "Of course. A fox",
                "Sure! Here is a better prompt for you: a fox. Let me know if you want changes!",
                "Sure - a fox",
                "Based on the failed checks, here is the improved prompt: a calm red fox in snow",
                "Below is the refined prompt: a fox",
                "Below is your revised image prompt.\n\nA fox",
                "This is the new prompt: a fox",
                "The following is a better prompt: a fox",
                "Here you go: a fox",
                "Got it! A fox in the snow",
                "Understood. A fox in the snow",
                "Great! A fox in the snow",
                "Great question! A fox",
                "Let's make the fox redder",
                "Let\u2019s add more snow",
                "My apologies, the fox should be red",
                "Apologies for the confusion. A fox",
                "Note: the fox is red now",
                "To address the issues, I would suggest: a fox",
                "To fix the failing checks: a red fox",
                "A fox in the snow. Do you want anything else?",
                "A fox in the snow. Would you like a darker sky?",
                "A fox in the snow. Feel free to change it",
                "A red fox.\n\nExplanation: I added red.",
                "A red fox.\n\n**Changes made:**\n- red",
                "A red fox. I added red and kept the snow.",
                "A red fox. I've also removed the dog.",
                "I cannot help with that",
                "I'm unable to write this",
                "I will rewrite it: a fox",
                "We suggest a red fox",
                "As requested, a red fox",
                "**Improved prompt:** a red fox",
                "\"Sure! A fox in the snow\"",
                "Here's the prompt: \"a fox\"",
                "Option 1: a fox\nOption 2: an owl",
                "<prompt>a fox</prompt>",
                "[\"a fox\", \"an owl\"]",
                "[{\"prompt\": \"a fox\"}]"
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
                "Make the sky darker and add a lantern",
                "#ff0000 background with a white fox",
                "[red fox], snow",
                "{red|blue} fox",
                "{{masterpiece}}, red fox",
                "<lora:foxes:0.8> red fox",
                "Thank you card with flowers",
                "okay-looking diner at night",
                "Sorry state of an old barn",
                "I am Groot, portrait of a tree man",
                "I have a dream, mural of a crowd",
                "Great, wide plains under a storm",
                "Good morning, a cat by the window",
                "Perfect circle of stones",
                "Certainly not a portrait: an empty chair",
                "Here and there a birch, red fox between them",
                "Here is where dragons live: antique map",
                "Below is a harbour, above it a stormy sky",
                "This is a quiet street in Kyoto, rain",
                "Based on a true story: film poster of a lighthouse",
                "Let there be light, oil painting",
                "Hello Kitty balloon above a city",
                "Note on a fridge door, yellow paper",
                "Notes of music float above a piano: watercolour",
                "Apologetic robot holding a broken vase",
                "A neon sign that says \"Let me know\"",
                "A poster with the words \u201cWould you like tea?\u201d",
                "A letter that begins \"I cannot come\"",
                "New York at night, prompt delivery van in front",
                "Title: Fox\nScene: snow\nMood: calm",
                "To the lighthouse: a path through dunes",
                "An actor in the prompt box: theatre, dim light",
                "Version of the Mona Lisa as a fox",
                "Title: Fox\nScene: snow\nPrompt: a red fox",
                "(red fox:1.3), snow, <3"
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
