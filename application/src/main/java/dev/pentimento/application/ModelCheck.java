package dev.pentimento.application;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds models that prompts name and that are not there, as far as their providers can tell without being asked. Some take any name. */
final class ModelCheck {
    private final Casting casting;
    private final Pricing pricing;

    ModelCheck(Casting casting, Pricing pricing) {
        this.casting = casting;
        this.pricing = pricing;
    }

    /** @throws ProviderFailure.InvalidRequest naming every prompt that has such a model */
    void require(Batch batch, List<Item> items) {
        Map<String, Troubled> problems = new LinkedHashMap<>();
        items.forEach(item -> problem(batch, item)
                .ifPresent(problem -> problems.merge(problem, new Troubled(item, List.of(item.id())), Troubled::and)));
        if (!problems.isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    ProviderFailure.InvalidRequest.Part.MODEL,
                    problems.entrySet().stream()
                            .map(problem -> problem.getValue().place() + problem.getKey())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Prompts with one and the same problem. */
    private record Troubled(Item first, List<String> ids) {
        private static final int MOST = 3;

        Troubled and(Troubled other) {
            return new Troubled(
                    first, Stream.concat(ids.stream(), other.ids.stream()).toList());
        }

        /** Empty where the model was asked for once, for all prompts that name none. */
        String place() {
            if (first.model() == null) {
                return "";
            }
            String names = ids.stream().limit(MOST).map("'%s'"::formatted).collect(Collectors.joining(", "));
            String more = ids.size() > MOST ? " and %d more".formatted(ids.size() - MOST) : "";
            return "prompt%s %s%s, field 'model': ".formatted(ids.size() > 1 ? "s" : "", names, more);
        }
    }

    /** What is wrong without the model too is none of its doing. */
    private Optional<String> problem(Batch batch, Item item) {
        ProviderChoice wanted = IterationJobs.generator(batch, item);
        return wanted.model() == null
                ? Optional.empty()
                : objection(batch, item, wanted)
                        .filter(why -> objection(batch, item, new ProviderChoice(wanted.name(), null))
                                .isEmpty())
                        .map(why -> why + casting.whyTheFirst(wanted));
    }

    private Optional<String> objection(Batch batch, Item item, ProviderChoice wanted) {
        try {
            pricing.preview(casting.generator(wanted), batch, ModelFamily.FLUX.prompt(item.scene()));
            return Optional.empty();
        } catch (ProviderFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
