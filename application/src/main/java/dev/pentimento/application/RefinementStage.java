package dev.pentimento.application;

import dev.pentimento.domain.refinement.RefinementKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage of a refinement, as the configuration names it, and the one whose work it goes on with; all of them are needed. */
public enum RefinementStage {
    LOAD_BASE_IMAGE(null),
    /** Stands for {@code prompt_refine}, {@code subject_repair} or {@code text_repair}, as the kind of refinement asks for. */
    CONDITIONAL_STAGE(LOAD_BASE_IMAGE),
    COMPOSITE_MASK(CONDITIONAL_STAGE),
    SAVE_OUTPUTS(COMPOSITE_MASK);

    private static final Map<RefinementKind, String> CONDITIONAL = Map.of(
            RefinementKind.PROMPT, "prompt_refine",
            RefinementKind.SUBJECT, "subject_repair",
            RefinementKind.TEXT, "text_repair");

    private final @Nullable RefinementStage before;

    RefinementStage(@Nullable RefinementStage before) {
        this.before = before;
    }

    /** The name in the configuration, such as {@code load_base_image}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What has to be done before; empty for the first. */
    public Optional<RefinementStage> before() {
        return Optional.ofNullable(before);
    }

    public static Optional<RefinementStage> find(String label) {
        return Arrays.stream(values())
                .filter(stage -> stage.label().equals(label))
                .findFirst();
    }

    /** All of them, in an order that works. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RefinementStage::label).toList();
    }

    /** Whether it is a name in events, which the kind of refinement puts in place of the conditional stage. */
    public static boolean isConditional(String name) {
        return CONDITIONAL.containsValue(name);
    }

    /** The name in events of the conditional stage. */
    static String conditional(RefinementKind kind) {
        return CONDITIONAL.getOrDefault(kind, CONDITIONAL_STAGE.label());
    }
}
