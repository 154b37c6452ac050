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

    /** With what {@code other} says wherever this one says nothing. */
    public Brief orElse(Brief other) {
        return new Brief(
                spoken(prompt, other.prompt),
                spoken(logo, other.logo),
                spoken(theme, other.theme),
                direction.orElse(other.direction));
    }

    static String spoken(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
