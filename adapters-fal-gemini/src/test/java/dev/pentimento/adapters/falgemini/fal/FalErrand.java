package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;

/** Something for the provider to do, in words, so that it can be asked for from beyond a class loader. */
public final class FalErrand {
    private FalErrand() {}

    /** Does it, and tells what came of it. */
    public static String run(String errand) {
        try (FalStub fal = FalStub.open();
                Provider provider = fal.provider()) {
            ImageEditor editor = provider.editor().orElseThrow();
            return switch (errand) {
                case "look" -> String.valueOf(editor.capabilities(null).maxCandidates());
                case "edit" ->
                    String.valueOf(editor.edit(Wishes.edit(), TestCallContext.calm())
                            .images()
                            .size());
                default -> throw new IllegalArgumentException(errand);
            };
        }
    }
}
