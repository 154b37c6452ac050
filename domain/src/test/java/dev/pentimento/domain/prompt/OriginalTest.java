package dev.pentimento.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Instruction;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginalTest {
    private static final Instruction FOX = new Instruction("a fox asleep under a pine");
    private static final Brief FULL = new Brief(
            "a fox",
            "a fox's head",
            "autumn",
            new ArtDirection(List.of("flat", "geometric"), "hikers", "rest after a\nlong day", "a sleeping fox"));

    @Test
    void saysNothingThatTheBriefLeavesOpen() {
        assertThat(new Original(FOX, Brief.EMPTY).text(1000)).isEqualTo("a fox asleep under a pine");
    }

    @Test
    void saysAllThatIsKnown() {
        assertThat(new Original(FOX, FULL).text(1000)).isEqualTo("""
                a fox asleep under a pine
                Main subject: a sleeping fox
                Visual concept: rest after a long day
                Style: flat, geometric
                Audience: hikers
                Logo: a fox's head
                Theme: autumn""");
    }

    @Test
    void cutsTheUsersWordsLast() {
        assertThat(new Original(FOX, FULL).text(60)).isEqualTo("""
                a fox asleep under a pine
                Main subject: a sleeping fox""");
        assertThat(new Original(FOX, FULL).text(9)).isEqualTo("a fox asl");
    }
}
