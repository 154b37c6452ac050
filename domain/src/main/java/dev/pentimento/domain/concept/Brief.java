package dev.pentimento.domain.concept;

/** What a concept is about, in the user's words; each part may be empty, and surrounding blanks are dropped. */
public record Brief(String prompt, String logo, String theme) {
    public static final Brief EMPTY = new Brief("", "", "");

    public Brief {
        prompt = prompt.strip();
        logo = logo.strip();
        theme = theme.strip();
    }
}
