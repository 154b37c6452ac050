package dev.pentimento.application;

/** Who judges the images of a run, who writes for it, and what it may spend. */
record Panel(Casting.Critic critic, Casting.Writer writer, Purse purse) {}
