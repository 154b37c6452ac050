package dev.pentimento.domain.refinement;

/**
 * What becomes of one wish of a refinement with one editor.
 *
 * @param how for people, the end of a sentence that begins with the editor's name; empty where nothing is to be said
 */
public record Treatment(Wish wish, Means means, String how) {}
