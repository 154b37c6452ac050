package dev.pentimento.adapters.local;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import java.time.Instant;

/** A process that needs a font for the first time while it is ending: with {@code begun} it has worked before, on a picture without letters. */
final class FontsAtTheEnd {
    private FontsAtTheEnd() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            draw();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(FontsAtTheEnd::tell));
    }

    private static void draw() {
        new OriginalsGenerator(1)
                .generate(
                        new ImageGenerator.Request(
                                new Instruction("a red fox in the woods, scene"),
                                Brief.EMPTY,
                                new ImageSize(64, 64),
                                1,
                                null,
                                null),
                        CallContext.unattended(Instant.MAX));
    }

    @SuppressWarnings("SystemOut") // read by the test
    private static void tell() {
        try {
            System.out.println(BundledFont.SERIF.ofSize(12).getFamily());
        } catch (RuntimeException e) {
            System.out.println(e);
        }
    }
}
