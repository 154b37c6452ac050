package dev.pentimento.architecture.broken.adapters.falgemini.gemini;

/** What the other vendor should not see. */
public abstract class RoomFactory {}
