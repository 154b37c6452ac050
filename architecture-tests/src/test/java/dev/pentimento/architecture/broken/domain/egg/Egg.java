package dev.pentimento.architecture.broken.domain.egg;

import dev.pentimento.architecture.broken.domain.chicken.Chicken;

/** Breaks 15: needs a chicken. */
public final class Egg {
    public Chicken hatch() {
        return new Chicken();
    }
}
