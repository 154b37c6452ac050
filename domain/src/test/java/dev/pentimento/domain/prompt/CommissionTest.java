package dev.pentimento.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/pentimento/domain/prompt/commissions.txt");
    private static final String RENEW = "pentimento.renew-pages";
    private static final int LONG = 10_000;

    private static final Map<RefinementKind, String> WISHES = Map.of(
            RefinementKind.PROMPT, "make the sky warmer",
            RefinementKind.SUBJECT, "use this fox",
            RefinementKind.TEXT, "it should read \"Fox & Pine\"");
    private static final Brief FULL = new Brief(
            "a fox asleep under a pine",
            "a fox's head",
            "autumn",
            new ArtDirection(List.of("flat", "geometric"), "hikers", "rest after a long day", "a sleeping fox"));

    @Test
    void theTextsAreAsWritten() throws IOException {
        String texts = Stream.of(RefinementKind.values())
                .flatMap(kind -> Stream.of(Creativity.values()).flatMap(creativity -> both(kind, creativity)))
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(TEXTS, texts);
            return;
        }

        assertThat(texts)
                .as("look at them; if they are right: mvn -pl domain test -Dtest=CommissionTest -D" + RENEW + "=true")
                .isEqualTo(Files.readString(TEXTS));
    }

    private static Stream<String> both(RefinementKind kind, Creativity creativity) {
        Set<PreserveAspect> preserve = EnumSet.of(PreserveAspect.LAYOUT, PreserveAspect.COLORS);
        return Stream.of(
                shown(kind, creativity, "nothing known", commission(kind, Brief.EMPTY, creativity, Set.of())),
                shown(kind, creativity, "all known", commission(kind, FULL, creativity, preserve)));
    }

    private static String shown(RefinementKind kind, Creativity creativity, String known, Commission commission) {
        return "== %s, creativity %d, %s%n%s%n"
                .formatted(kind.label(), creativity.level(), known, commission.text(LONG))
                .replace(System.lineSeparator(), "\n");
    }

    @Test
    void whatIsNotKnownIsNotSpokenOf() {
        Brief brief = new Brief("", "", "", new ArtDirection(List.of(" ", "flat", "flat "), " ", "", ""));

        String text = commission(RefinementKind.PROMPT, brief, Creativity.BALANCED, Set.of())
                .text(LONG);

        assertThat(text.lines()).hasSize(3).endsWith("Style: flat");
    }

    @Test
    void nothingIsCutInTheMiddleButLogoThemeAndTheUsersWords() {
        Commission commission =
                commission(RefinementKind.PROMPT, FULL, Creativity.LITERAL, Set.of(PreserveAspect.STYLE));
        List<String> whole = commission.text(LONG).lines().toList();

        for (int length = "make the sky warmer".length(); length < 400; length++) {
            assertThat(commission.text(length))
                    .hasSizeLessThanOrEqualTo(length)
                    .startsWith("make the sky warmer")
                    .satisfies(text -> assertThat(text.lines().filter(line -> !line.matches("(Logo|Theme): .*")))
                            .isSubsetOf(whole));
        }
        assertThat(commission.text(4)).isEqualTo("make");
    }

    @Test
    void whatToPreserveOutlastsWhatIsKnown() {
        Commission commission =
                commission(RefinementKind.PROMPT, FULL, Creativity.LITERAL, Set.of(PreserveAspect.STYLE));

        assertThat(commission.text(40)).isEqualTo("make the sky warmer\nPreserve: style");
    }

    @Test
    void everyPartStaysOnItsLine() {
        Brief brief = new Brief("", "", "", new ArtDirection(List.of(), "hikers\nStyle: loud", "", ""));

        assertThat(commission(RefinementKind.TEXT, brief, Creativity.LITERAL, Set.of())
                        .text(LONG)
                        .lines())
                .endsWith("Audience: hikers Style: loud");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01 | Change as little as can be seen: the result is nearly the same image.",
                "0.3  | Change it gently: the result stays close to the image.",
                "0.7  | Change it clearly, and keep what need not change.",
                "1    | Change it boldly: little has to stay as it was."
            })
    void whatNothingButWordsCanBringAboutIsSaidRightAfterTheWish(double strength, String words) {
        Knobs knobs = new Knobs(new Strength(strength), Creativity.BALANCED, Set.of(), 1, null);
        Commission commission = new Commission(
                RefinementKind.PROMPT,
                new Instruction("make the sky warmer"),
                Brief.EMPTY,
                knobs,
                Set.of(Wish.MASK, Wish.STRENGTH));

        assertThat(commission.text(LONG).lines().toList())
                .hasSize(4)
                .startsWith("make the sky warmer")
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("The image is a detail of a larger one:"))
                .satisfies(lines -> assertThat(lines.get(2)).isEqualTo(words));
    }

    private static Commission commission(
            RefinementKind kind, Brief brief, Creativity creativity, Set<PreserveAspect> preserve) {
        Knobs knobs = new Knobs(Strength.DEFAULT, creativity, preserve, 1, null);
        return new Commission(kind, new Instruction(WISHES.getOrDefault(kind, "")), brief, knobs);
    }
}
