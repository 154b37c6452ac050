package dev.pentimento.application;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses who does the work, before anything is stored or paid: the provider asked for, else the first configured one that can. */
final class Casting {
    private final Providers providers;

    Casting(Providers providers) {
        this.providers = providers;
    }

    /** @throws ProviderFailure.InvalidRequest if nobody can do it, with the reason for each */
    ProviderChoice editor(RefineImage.Command command) {
        List<String> refusals = new ArrayList<>();
        for (String name : candidates(command.provider().name(), Role.EDIT)) {
            Optional<String> refusal = refusal(name, command);
            if (refusal.isEmpty()) {
                return new ProviderChoice(name, command.provider().model());
            }
            refusals.add(name + ": " + refusal.get());
        }
        throw nobody("edit images", refusals);
    }

    ProviderChoice generator(ProviderChoice wanted) {
        for (String name : candidates(wanted.name(), Role.GENERATE)) {
            if (providers.named(name).generator().isPresent()) {
                return new ProviderChoice(name, wanted.model());
            }
        }
        throw nobody("generate images", candidates(wanted.name(), Role.GENERATE));
    }

    ImageEditor editor(ProviderChoice cast) {
        return providers.named(name(cast)).editor().orElseThrow(() -> nobody("edit images", List.of(name(cast))));
    }

    ImageGenerator generatorOf(ProviderChoice cast) {
        return providers
                .named(name(cast))
                .generator()
                .orElseThrow(() -> nobody("generate images", List.of(name(cast))));
    }

    PromptWriter writer() {
        return providers.serving(Role.WRITE).stream()
                .map(name -> providers.named(name).writer())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> nobody("propose palettes", providers.serving(Role.WRITE)));
    }

    private List<String> candidates(@Nullable String wanted, Role role) {
        return wanted == null ? providers.serving(role) : List.of(wanted);
    }

    private Optional<String> refusal(String name, RefineImage.Command command) {
        Optional<ImageEditor> editor = providers.named(name).editor();
        return editor.isEmpty()
                ? Optional.of("does not edit images")
                : refusal(editor.get().capabilities(command.provider().model()), command);
    }

    private static Optional<String> refusal(ImageEditor.Capabilities can, RefineImage.Command command) {
        if (!can.kinds().contains(command.refinement().kind())) {
            return Optional.of(
                    "does no %s repair".formatted(command.refinement().kind().label()));
        }
        if (command.references().size() > can.maxReferences()) {
            return Optional.of("takes %d reference images but was given %d"
                    .formatted(can.maxReferences(), command.references().size()));
        }
        return Optional.empty();
    }

    static String name(ProviderChoice cast) {
        String name = cast.name();
        if (name == null) {
            throw new IllegalStateException("A submitted job must name its provider");
        }
        return name;
    }

    private static ProviderFailure nobody(String task, List<String> refusals) {
        return new ProviderFailure.InvalidRequest("No configured provider can %s: %s"
                .formatted(task, refusals.isEmpty() ? "none is configured" : String.join("; ", refusals)));
    }
}
