package dev.pentimento.domain.concept;

/** What a concept is about, in the user's words; each part may be empty, and surrounding blanks are dropped. */
public record Brief(String prompt, String logo, String theme, ArtDirection direction) {
    public static final Brief EMPTY = new Brief("", "", "");

    public Brief {
        prompt = prompt.strip();
        logo = logo.strip();
        theme = theme.strip();
    }

    /** Without art direction. */
    public Brief(String prompt, String logo, String theme) {
        this(prompt, logo, theme, ArtDirection.NONE);
    }

    /** The same about an image that was asked for in other words. */
    public Brief withPrompt(String other) {
        return new Brief(other, logo, theme, direction);
    }

    /** With the art direction of {@code other} where this one has none. */
    public Brief directedLike(Brief other) {
        return direction.equals(ArtDirection.NONE) ? new Brief(prompt, logo, theme, other.direction) : this;
    }
}
