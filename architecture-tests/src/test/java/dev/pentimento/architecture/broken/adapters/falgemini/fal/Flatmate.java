package dev.pentimento.architecture.broken.adapters.falgemini.fal;

import dev.pentimento.architecture.broken.adapters.falgemini.gemini.RoomFactory;

/** Breaks 5: knows the other vendor of its module. */
final class Flatmate {
    RoomFactory[] flatmates() {
        return new RoomFactory[0];
    }
}
