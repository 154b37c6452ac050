package dev.pentimento.domain.refinement;

/** What the user asks for, in their words: {@value #MIN_LENGTH}..{@value #MAX_LENGTH} characters after trimming. */
public record Instruction(String text) {
    /** Fewer characters than this say nothing. */
    public static final int MIN_LENGTH = 2;

    /** No provider we know takes more. */
    public static final int MAX_LENGTH = 5000;

    public Instruction {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The prompt is empty; say what you want, such as \"make it warmer\"");
        }
        int length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The prompt must have %d to %d characters but has %d".formatted(MIN_LENGTH, MAX_LENGTH, length));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
