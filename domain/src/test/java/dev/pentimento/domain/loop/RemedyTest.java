package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {
    private static List<Check> failed(String kinds) {
        return kinds == null
                ? List.of()
                : Stream.of(kinds.split(" "))
                        .map(kind -> new Check("c", CheckKind.valueOf(kind), "Is it?", List.of(), 1, false))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ATTRIBUTE, REWRITE_PROMPT, EDIT_IMAGE",
        "TEXT, RESAMPLE, EDIT_IMAGE",
        "NEGATION, RESAMPLE, EDIT_IMAGE",
        "OBJECT, RESAMPLE, EDIT_IMAGE",
        "OBJECT ATTRIBUTE, REWRITE_PROMPT, EDIT_IMAGE",
        "OBJECT OBJECT, RESAMPLE, RESAMPLE",
        "OBJECT OBJECT, EDIT_IMAGE, REWRITE_PROMPT",
        "COMPOSITION, EDIT_IMAGE, REWRITE_PROMPT",
        "MOOD ATTRIBUTE, RESAMPLE, RESAMPLE",
        "COUNT, REWRITE_PROMPT, REWRITE_PROMPT",
        ", EDIT_IMAGE, EDIT_IMAGE",
        ", RESAMPLE, RESAMPLE"
    })
    void whatFailsInOnePlaceIsMendedThere(String kinds, Strategy proposed, Strategy decided) {
        assertThat(Remedy.of(failed(kinds), proposed)).isEqualTo(decided);
    }
}
