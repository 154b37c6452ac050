package dev.pentimento.application;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Providers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who does the work, before anything is stored or paid: the provider asked for, else the first configured one that can do it by itself, else
 * the first that can do it with the application's help. Nobody is looked at who comes after one that is chosen.
 */
final class Casting {
    private final Providers providers;
    private final Models models;
    private final boolean withStandIns;

    /** @param withStandIns whether others go on after a failure that certainly cost nothing, unless the user says who does it */
    Casting(Providers providers, Models models, boolean withStandIns) {
        this.providers = providers;
        this.models = models;
        this.withStandIns = withStandIns;
    }

    /**
     * @throws ProviderFailure.ModelRetired if the only one there is to ask had it done by a model that is gone
     * @throws ProviderFailure.InvalidRequest if nobody can do it, with the reason for each
     */
    Cast editor(RefineImage.Command command) {
        return cast(
                command.provider(),
                Role.EDIT,
                name -> audition(name, command, command.provider().model()));
    }

    /** As {@link #editor(RefineImage.Command)}. */
    Cast generator(ProviderChoice wanted) {
        return cast(wanted, Role.GENERATE, name -> audition(name, wanted.model()));
    }

    /** How each of the configured editors would do it, also those that nobody asked for, in the order of the configuration. */
    List<Audition> editors(RefineImage.Command command) {
        return providers.serving(Role.EDIT).stream()
                .map(name -> tolerant(name, n -> audition(n, command, modelFor(n, command.provider()))))
                .toList();
    }

    /** As {@link #editors}. */
    List<Audition> generators(ProviderChoice wanted) {
        return providers.serving(Role.GENERATE).stream()
                .map(name -> tolerant(name, n -> audition(n, modelFor(n, wanted))))
                .toList();
    }

    /** A model that is asked for together with a provider is none of the others'. */
    private static @Nullable String modelFor(String name, ProviderChoice wanted) {
        return wanted.name() == null || wanted.name().equals(name) ? wanted.model() : null;
    }

    ImageEditor editor(ProviderChoice cast) {
        return providers.named(name(cast)).editor().orElseThrow(() -> cannot(Role.EDIT));
    }

    ImageGenerator generatorOf(ProviderChoice cast) {
        return providers.named(name(cast)).generator().orElseThrow(() -> cannot(Role.GENERATE));
    }

    /** Somebody who writes, by name. */
    record Writer(String name, PromptWriter role) {
        /** Whether asking costs nothing whatever happens. */
        boolean isFree() {
            return role.estimate().isFree();
        }
    }

    /** The first configured one that proposes palettes. */
    Writer paletteWriter() {
        return writer("propose palettes", Set.of(PromptWriter.Task.PALETTES));
    }

    /** Somebody who judges, by name. */
    record Critic(String name, ImageCritic role) {}

    /**
     * Somebody else than who made the images, where one is configured: nobody judges himself well.
     *
     * @throws ProviderFailure.InvalidRequest if nobody can
     */
    Critic critic(String maker) {
        List<String> names = providers.serving(Role.CRITIQUE);
        return Stream.concat(
                        names.stream().filter(name -> !name.equals(maker)),
                        names.stream().filter(name -> name.equals(maker)))
                .flatMap(name -> providers.named(name).critic().map(role -> new Critic(name, role)).stream())
                .findFirst()
                .orElseThrow(() -> noneOf("judge images", names));
    }

    /** The first configured one that writes what the loop needs. */
    Writer loopWriter() {
        return writer(
                "write checklists and prompts", Set.of(PromptWriter.Task.CHECKLIST, PromptWriter.Task.REFINEMENT));
    }

    private Writer writer(String task, Set<PromptWriter.Task> tasks) {
        List<String> names = providers.serving(Role.WRITE);
        return names.stream()
                .flatMap(name -> providers.named(name).writer().map(role -> new Writer(name, role)).stream())
                .filter(writer -> writer.role().tasks().containsAll(tasks))
                .findFirst()
                .orElseThrow(() -> noneOf(task, names));
    }

    private static ProviderFailure noneOf(String task, Collection<String> names) {
        return new ProviderFailure.InvalidRequest("No configured provider can %s: %s"
                .formatted(task, names.isEmpty() ? "none is configured" : String.join("; ", names)));
    }

    private Cast cast(ProviderChoice wanted, Role role, Function<String, Audition> audition) {
        List<String> names = names(wanted, role);
        List<Audition> heard = new ArrayList<>();
        for (String name : names) {
            Audition next = audition.apply(name);
            heard.add(next);
            if (next.isNative()) {
                break;
            }
        }
        Audition chosen = best(heard).orElseThrow(() -> nobody(role, heard));
        return new Cast(
                new ProviderChoice(chosen.provider(), wanted.model()),
                chosen.staging().treatments(),
                wanted.name() != null,
                withStandIns && wanted.equals(ProviderChoice.ANY) ? standIns(chosen, names, audition) : List.of());
    }

    /** A model that is asked for is that of those who are known to have it; where nobody is, the order of the configuration counts. */
    private List<String> names(ProviderChoice wanted, Role role) {
        if (wanted.name() != null) {
            return List.of(wanted.name());
        }
        List<String> serving = providers.serving(role);
        List<String> having = serving.stream()
                .filter(name -> models.isKnown(name, wanted.model()))
                .toList();
        return having.isEmpty() ? serving : having;
    }

    /** Why the generator was asked that {@link #generator} chose, where somebody might have expected another; else empty. */
    String whyTheFirst(ProviderChoice wanted) {
        List<String> names = names(wanted, Role.GENERATE);
        boolean isKnown = names.stream().anyMatch(name -> models.isKnown(name, wanted.model()));
        return isKnown || names.size() < 2
                ? ""
                : "; none of the configured providers (%s) is known to have it, so the first was asked"
                        .formatted(String.join(", ", names));
    }

    private static Optional<Audition> best(List<Audition> heard) {
        return inOrder(heard.stream()).findFirst();
    }

    private static Stream<Audition> inOrder(Stream<Audition> heard) {
        List<Audition> passed = heard.filter(Audition::isPassed).toList();
        return Stream.concat(
                passed.stream().filter(Audition::isNative), passed.stream().filter(audition -> !audition.isNative()));
    }

    private static List<String> standIns(Audition chosen, List<String> names, Function<String, Audition> audition) {
        return inOrder(names.stream()
                        .filter(name -> !name.equals(chosen.provider()))
                        .map(name -> tolerant(name, audition)))
                .map(Audition::provider)
                .toList();
    }

    private Audition audition(String name, RefineImage.Command command, @Nullable String model) {
        return providers
                .named(name)
                .editor()
                .map(editor -> heard(name, model, () -> Staging.of(editor.capabilities(model), Wishes.of(command))))
                .orElseGet(() -> Audition.failed(name, cannot(Role.EDIT)));
    }

    private Audition audition(String name, @Nullable String model) {
        return providers
                .named(name)
                .generator()
                .map(generator -> heard(name, model, () -> making(generator, model)))
                .orElseGet(() -> Audition.failed(name, cannot(Role.GENERATE)));
    }

    /** Nothing needs help, but who has no such model says so. */
    private static Staging making(ImageGenerator generator, @Nullable String model) {
        generator.maxVariants(model);
        return new Staging(List.of());
    }

    private Audition heard(String name, @Nullable String model, Supplier<Staging> staging) {
        try {
            models.requireOffered(name, model);
            return Audition.of(name, staging.get());
        } catch (ProviderFailure e) {
            return Audition.failed(name, e);
        }
    }

    /** For those that are not needed: one that cannot even be built is no reason to stop. */
    private static Audition tolerant(String name, Function<String, Audition> audition) {
        try {
            return audition.apply(name);
        } catch (InvalidSettings e) {
            return Audition.failed(name, new ProviderFailure.InvalidRequest(String.valueOf(e.getMessage())));
        }
    }

    static String name(ProviderChoice cast) {
        String name = cast.name();
        if (name == null) {
            throw new IllegalStateException("A submitted job must name its provider");
        }
        return name;
    }

    private static ProviderFailure cannot(Role role) {
        return new ProviderFailure.InvalidRequest("does not " + task(role));
    }

    /** What is wrong with the model says more than who has it, if there is but one. */
    private static ProviderFailure nobody(Role role, List<Audition> heard) {
        return heard.stream()
                .filter(audition -> heard.size() == 1)
                .flatMap(audition -> audition.failure().stream())
                .filter(ProviderFailure.ModelRetired.class::isInstance)
                .findFirst()
                .orElseGet(() -> nobody(task(role), heard));
    }

    private static ProviderFailure nobody(String task, List<Audition> heard) {
        String reasons = heard.stream()
                .map(audition -> audition.provider() + ": " + audition.reason())
                .collect(Collectors.joining("; "));
        return new ProviderFailure.InvalidRequest("No configured provider can %s: %s"
                .formatted(task, reasons.isEmpty() ? "none is configured" : reasons));
    }

    private static String task(Role role) {
        return role == Role.EDIT ? "edit images" : "generate images";
    }
}
