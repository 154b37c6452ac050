package dev.pentimento.adapters.openai;

import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import java.util.Map;

/** Something for the provider to do, in words, so that it can be asked for from beyond a class loader. */
public final class Errand {
    private Errand() {}

    /** Does it, and tells what came of it. */
    public static String run(String errand, String url) {
        try (Provider provider = Offered.provider(url, Map.of("partial-images", "1", "moderation", "low"))) {
            return switch (errand) {
                case "look" -> Offered.editor(provider).capabilities(null).maxCandidates() + " candidates";
                case "edit" -> edit(provider, 2);
                case "watch an edit" -> edit(provider, 1);
                case "generate" -> generate(provider, 2);
                case "watch a generation" -> generate(provider, 1);
                default -> throw new IllegalArgumentException(errand);
            };
        } catch (ProviderFailure failure) {
            return failure.code().name();
        }
    }

    private static String edit(Provider provider, int candidates) {
        return told(Offered.editor(provider)
                .edit(
                        Requests.edit(
                                RefinementKind.PROMPT, candidates, List.of(Requests.PICTURE), Requests.PICTURE, null),
                        TestCallContext.calm()));
    }

    private static String generate(Provider provider, int variants) {
        return told(Offered.generator(provider)
                .generate(Requests.generate(variants, Requests.SQUARE, null), TestCallContext.calm()));
    }

    private static String told(MadeImages made) {
        return "%d image at %d"
                .formatted(made.images().size(), made.report().cost().microUsd().orElse(-1));
    }
}
