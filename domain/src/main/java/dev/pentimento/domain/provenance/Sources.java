package dev.pentimento.domain.provenance;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The materials and changes that went into a picture, and the term for all of them together. */
final class Sources {
    private final Set<DigitalSourceType> materials = EnumSet.noneOf(DigitalSourceType.class);
    private final Set<Part> parts = EnumSet.noneOf(Part.class);

    /** What has a part in a picture beside what programs made. */
    private enum Part {
        /** A photograph, a drawing or anything else that nothing is known of. */
        TAKEN,
        CHANGE_BY_ALGORITHM,
        CHANGE_BY_MODEL
    }

    /** Something made or brought in; null = nothing is known of it. */
    void addMaterial(@Nullable DigitalSourceType type) {
        if (type == null) {
            parts.add(Part.TAKEN);
        } else {
            materials.add(type);
        }
    }

    /** An edit of what was there. */
    void addChange(boolean byTrainedModel) {
        parts.add(byTrainedModel ? Part.CHANGE_BY_MODEL : Part.CHANGE_BY_ALGORITHM);
    }

    /** Null when nothing is known that a program made or changed. */
    @Nullable DigitalSourceType sum() {
        if (involvesTrainedModel()) {
            return consistsOf(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
                    ? DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA
                    : DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
        }
        if (consistsOf(DigitalSourceType.ALGORITHMIC_MEDIA)) {
            return DigitalSourceType.ALGORITHMIC_MEDIA;
        }
        boolean untouched = materials.isEmpty() && !parts.contains(Part.CHANGE_BY_ALGORITHM);
        return untouched ? null : DigitalSourceType.ALGORITHMICALLY_ENHANCED;
    }

    private boolean involvesTrainedModel() {
        return parts.contains(Part.CHANGE_BY_MODEL)
                || materials.stream().anyMatch(DigitalSourceType::involvesTrainedModel);
    }

    private boolean consistsOf(DigitalSourceType only) {
        return !parts.contains(Part.TAKEN) && materials.equals(Set.of(only));
    }
}
