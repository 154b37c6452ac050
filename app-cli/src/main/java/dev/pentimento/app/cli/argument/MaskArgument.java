package dev.pentimento.app.cli.argument;

import dev.pentimento.domain.image.MaskShape;
import java.util.function.Function;

/** One {@code --mask}: a shape, or the name of a painted picture. */
public sealed interface MaskArgument {
    <T> T match(Function<Drawn, T> drawn, Function<InFile, T> inFile);

    /** A shape. */
    record Drawn(MaskShape shape) implements MaskArgument {
        @Override
        public <T> T match(Function<Drawn, T> drawn, Function<InFile, T> inFile) {
            return drawn.apply(this);
        }
    }

    /** A picture. */
    record InFile(String name) implements MaskArgument {
        @Override
        public <T> T match(Function<Drawn, T> drawn, Function<InFile, T> inFile) {
            return inFile.apply(this);
        }
    }

    static MaskArgument parse(String text) {
        return MaskNotation.isMeantBy(text) ? new Drawn(MaskNotation.read(text)) : new InFile(text);
    }
}
