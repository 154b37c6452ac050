package dev.pentimento.domain.lineage;

/**
 * How a person points at a version: its id, the beginning of its id, its label in the concept worked on last ({@code A1.1}), or a concept's id (or
 * its beginning) and a label ({@code 0198c1d2/A1.1}).
 */
public record VersionReference(String text) {
    public VersionReference {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A version is named by its id or by a label such as A1");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
