package dev.pentimento.architecture.broken.domain.chicken;

import dev.pentimento.architecture.broken.domain.egg.Egg;

/** Breaks 15: needs an egg. */
public final class Chicken {
    public Egg lay() {
        return new Egg();
    }
}
