package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is nothing but its roles, each the same for everybody who asks for it:
 *
 * <pre>{@code Roles.of("Acme: edits by words; needs a key").editing(editor).generating(generator).closing(client::close)}</pre>
 *
 * <p>Immutable; each step gives another provider.
 */
public final class Roles implements Provider {
    private final String description;
    private final @Nullable ImageEditor editor;
    private final @Nullable ImageGenerator generator;
    private final @Nullable ImageCritic critic;
    private final @Nullable PromptWriter writer;
    private final Runnable ending;

    private Roles(
            String description,
            @Nullable ImageEditor editor,
            @Nullable ImageGenerator generator,
            @Nullable ImageCritic critic,
            @Nullable PromptWriter writer,
            Runnable ending) {
        this.description = description;
        this.editor = editor;
        this.generator = generator;
        this.critic = critic;
        this.writer = writer;
        this.ending = ending;
    }

    /** A provider without any role yet, and with nothing to close. */
    public static Roles of(String description) {
        return new Roles(description, null, null, null, null, () -> {});
    }

    /** With this editor. */
    public Roles editing(ImageEditor role) {
        return new Roles(description, role, generator, critic, writer, ending);
    }

    /** With this generator. */
    public Roles generating(ImageGenerator role) {
        return new Roles(description, editor, role, critic, writer, ending);
    }

    /** With this critic. */
    public Roles judging(ImageCritic role) {
        return new Roles(description, editor, generator, role, writer, ending);
    }

    /** With this writer. */
    public Roles writing(PromptWriter role) {
        return new Roles(description, editor, generator, critic, role, ending);
    }

    /** With something to do when it is closed. */
    public Roles closing(Runnable deed) {
        return new Roles(description, editor, generator, critic, writer, deed);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Optional<ImageEditor> editor() {
        return Optional.ofNullable(editor);
    }

    @Override
    public Optional<ImageGenerator> generator() {
        return Optional.ofNullable(generator);
    }

    @Override
    public Optional<ImageCritic> critic() {
        return Optional.ofNullable(critic);
    }

    @Override
    public Optional<PromptWriter> writer() {
        return Optional.ofNullable(writer);
    }

    @Override
    public void close() {
        ending.run();
    }
}
