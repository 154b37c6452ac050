package dev.pentimento.domain.provenance;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The materials and changes that went into a picture, and the term for all of them together. */
final class Sources {
    private final Set<DigitalSourceType> materials = EnumSet.noneOf(DigitalSourceType.class);
    private boolean taken;
    private boolean changed;
    private boolean changedByModel;

    /** Something made or brought in; null = a photograph, a drawing or anything else that nothing is known of. */
    void addMaterial(@Nullable DigitalSourceType type) {
        if (type == null) {
            taken = true;
        } else {
            materials.add(type);
        }
    }

    /** An edit of what was there. */
    void addChange(boolean byTrainedModel) {
        changed = true;
        changedByModel |= byTrainedModel;
    }

    /** Null when nothing is known that a program made or changed. */
    @Nullable DigitalSourceType sum() {
        boolean model = changedByModel || materials.stream().anyMatch(DigitalSourceType::involvesTrainedModel);
        if (model) {
            return consistsOf(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
                    ? DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA
                    : DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
        }
        if (consistsOf(DigitalSourceType.ALGORITHMIC_MEDIA)) {
            return DigitalSourceType.ALGORITHMIC_MEDIA;
        }
        return changed || !materials.isEmpty() ? DigitalSourceType.ALGORITHMICALLY_ENHANCED : null;
    }

    private boolean consistsOf(DigitalSourceType only) {
        return !taken && materials.equals(Set.of(only));
    }
}
