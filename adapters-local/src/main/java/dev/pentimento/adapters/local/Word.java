package dev.pentimento.adapters.local;

/**
 * A word or phrase of a prompt with its meaning.
 *
 * @param text as the user wrote it, lower case
 * @param comparative whether it ends as "warmer" does
 */
record Word(String text, Meaning meaning, boolean comparative) {

    boolean is(Meaning.Particle particle) {
        return meaning == particle;
    }
}
