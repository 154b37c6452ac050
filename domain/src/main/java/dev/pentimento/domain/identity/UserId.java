package dev.pentimento.domain.identity;

/** Names whoever owns concepts and jobs; the command line works as {@link #LOCAL}. */
public record UserId(String value) {
    public static final UserId LOCAL = new UserId("local");

    public UserId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A user id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
