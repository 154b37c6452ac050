package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import java.util.List;

/**
 * A repaired picture.
 *
 * @param raster of the base's size
 * @param notUnderstood words of the instruction that had no effect
 */
record Repaired(Raster raster, List<String> notUnderstood) {
    Repaired {
        notUnderstood = List.copyOf(notUnderstood);
    }
}
