package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import dev.pentimento.ports.out.MaskForm;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagingTest {
    private static final Capabilities ALL =
            can(EnumSet.allOf(RefinementKind.class), MaskForm.TRANSPARENT_IS_EDIT, 4, true);
    private static final Capabilities LEAST = can(Set.of(RefinementKind.PROMPT), MaskForm.NONE, 1, false);

    @Test
    void whatIsNotAskedForIsNotMentioned() {
        Wishes plain = new Wishes(RefinementKind.PROMPT, 0, false, Knobs.DEFAULT);

        assertThat(Staging.of(LEAST, plain).treatments()).containsExactly(new Treatment(Wish.TYPE, Means.NATIVE, ""));
    }

    @Test
    void editorThatCanDoItAllDoesItAll() {
        Staging staging = Staging.of(ALL, new Wishes(RefinementKind.SUBJECT, 2, true, knobs(0.3, 4, 7L)));

        assertThat(staging.isNative()).isTrue();
        assertThat(staging.refusal()).isEmpty();
        assertThat(means(staging))
                .containsOnlyKeys(Wish.TYPE, Wish.REFERENCES, Wish.MASK, Wish.STRENGTH, Wish.SEED, Wish.CANDIDATES);
    }

    @Test
    void whatAnEditorCannotDoIsDoneForItOrSaid() {
        Staging staging = Staging.of(LEAST, new Wishes(RefinementKind.PROMPT, 0, true, knobs(0.3, 4, 7L)));

        assertThat(staging.isNative()).isFalse();
        assertThat(staging.refusal()).isEmpty();
        assertThat(means(staging))
                .isEqualTo(Map.of(
                        Wish.TYPE, Means.NATIVE,
                        Wish.MASK, Means.EMULATED,
                        Wish.STRENGTH, Means.EMULATED,
                        Wish.SEED, Means.LEFT_OUT,
                        Wish.CANDIDATES, Means.EMULATED));
        assertThat(staging.treatments())
                .filteredOn(treatment -> treatment.wish() == Wish.CANDIDATES)
                .extracting(Treatment::how)
                .containsExactly("is called 4 times");
    }

    @Test
    void refusalNamesEveryReason() {
        Staging staging = Staging.of(LEAST, new Wishes(RefinementKind.TEXT, 3, false, knobs(0, 1, null)));

        assertThat(staging.refusal().orElseThrow())
                .startsWith(
                        "does no text repair, takes 0 reference images but was given 3, cannot be held to strength 0");
    }

    private static Map<Wish, Means> means(Staging staging) {
        return staging.treatments().stream().collect(Collectors.toMap(Treatment::wish, Treatment::means));
    }

    private static Knobs knobs(double strength, int candidates, @Nullable Long seed) {
        return new Knobs(new Strength(strength), Creativity.BALANCED, Set.of(), candidates, seed);
    }

    private static Capabilities can(Set<RefinementKind> kinds, MaskForm mask, int atOnce, boolean everything) {
        return new Capabilities(
                kinds,
                mask,
                everything ? 2 : 0,
                everything,
                everything,
                atOnce,
                new Canvas.Any(),
                false,
                CostBasis.REPORTED);
    }
}
