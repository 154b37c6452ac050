package dev.pentimento.bootstrap;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Suggestion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Makes facts of what the catalogue says of a model; what is wrong is a problem with its line, and left out. */
final class CatalogueFacts {
    private static final String PRICES = "prices.";
    private static final String OUTPUT_TOKENS = "output-tokens.";
    private static final String CANVAS = "canvas";
    /** What an endpoint takes, and what is always sent to it; the adapter reads both. */
    private static final List<String> OF_ENDPOINTS = List.of("parameters.", "send.");

    private static final Set<String> FIELDS = Set.of("checked", "source", "shutdown", "successor");

    /** How the traits that our adapters know are read; the others are theirs who wrote the adapter. */
    private static final Map<String, BiConsumer<ModelFacts, String>> TRAITS = traits();

    private final CatalogueEntry entry;
    private final Problems problems;

    CatalogueFacts(CatalogueEntry entry, Problems problems) {
        this.entry = entry;
        this.problems = problems;
    }

    ModelFacts facts() {
        Map<String, String> traits = new LinkedHashMap<>();
        entry.fields().forEach((name, text) -> {
            if (!FIELDS.contains(name) && !name.startsWith(PRICES) && isKnown(name, text)) {
                traits.put(name, text.text());
            }
        });
        ModelFacts facts = new ModelFacts(
                entry.model(),
                prices(),
                traits,
                date("shutdown").orElse(null),
                text("successor").orElse(null),
                text("source").orElse(""),
                date("checked").orElse(LocalDate.EPOCH));
        Set<String> seen = new HashSet<>();
        traits.keySet().stream()
                .filter(name -> !name.startsWith(CANVAS) || seen.add(CANVAS))
                .forEach(name -> check(facts, name));
        return facts;
    }

    private boolean isKnown(String name, SourcedText text) {
        boolean known = TRAITS.containsKey(name)
                || name.startsWith(OUTPUT_TOKENS)
                || OF_ENDPOINTS.stream().anyMatch(name::startsWith)
                || !KnownProviders.isOurs(entry.provider());
        if (!known) {
            Set<String> names = new TreeSet<>(TRAITS.keySet());
            names.addAll(FIELDS);
            problems.add(
                    text.origin(),
                    "%s: unknown key '%s'%s".formatted(entry.model(), name, Suggestion.hint(name, names)));
        }
        return known;
    }

    private void check(ModelFacts facts, String name) {
        try {
            String kind = name.startsWith(OUTPUT_TOKENS) ? OUTPUT_TOKENS : name;
            TRAITS.getOrDefault(kind, (any, trait) -> {}).accept(facts, name);
        } catch (IllegalArgumentException | ArithmeticException e) {
            add(name, String.valueOf(e.getMessage()));
        }
    }

    private PriceList prices() {
        Map<PriceUnit, Long> prices = new EnumMap<>(PriceUnit.class);
        entry.fields().forEach((name, text) -> {
            if (name.startsWith(PRICES)) {
                unit(name.substring(PRICES.length()), text)
                        .ifPresent(unit -> microUsd(name, text.text()).ifPresent(price -> prices.put(unit, price)));
            }
        });
        return new PriceList(prices);
    }

    private Optional<PriceUnit> unit(String label, SourcedText text) {
        Optional<PriceUnit> unit = Arrays.stream(PriceUnit.values())
                .filter(each -> each.label().equals(label))
                .findFirst();
        if (unit.isEmpty()) {
            List<String> labels =
                    Arrays.stream(PriceUnit.values()).map(PriceUnit::label).toList();
            problems.add(
                    text.origin(),
                    "%s: nothing is priced by '%s'%s There are: %s"
                            .formatted(
                                    entry.model(),
                                    label,
                                    ending(Suggestion.hint(label, labels)),
                                    String.join(", ", labels)));
        }
        return unit;
    }

    private static String ending(String hint) {
        return hint.isEmpty() ? "." : hint;
    }

    private Optional<Long> microUsd(String name, String text) {
        Optional<Long> price =
                Quantities.usd().read(text).map(usd -> usd.movePointRight(6)).map(BigDecimal::longValueExact);
        if (price.isEmpty()) {
            add(
                    name,
                    "%s must be %s but was '%s'"
                            .formatted(name, Quantities.usd().description(), text));
        }
        return price;
    }

    private Optional<LocalDate> date(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                add(name, "%s must be a day such as 2026-11-20 but was '%s'".formatted(name, text));
                return Optional.empty();
            }
        });
    }

    private Optional<String> text(String name) {
        return entry.field(name).map(SourcedText::text);
    }

    private void add(String field, String problem) {
        String origin = entry.field(field).map(SourcedText::origin).orElse(entry.origin());
        problems.add(origin, entry.model() + ": " + problem);
    }

    private static Map<String, BiConsumer<ModelFacts, String>> traits() {
        Map<String, BiConsumer<ModelFacts, String>> traits = new LinkedHashMap<>();
        traits.put("uses", CatalogueFacts::checkUses);
        traits.put(CANVAS, (facts, name) -> facts.canvas());
        for (String limit : List.of("step", "min-side", "max-side", "min-pixels", "max-pixels", "max-ratio")) {
            traits.put(CANVAS + "." + limit, CatalogueFacts::checkGrid);
        }
        traits.put("mask", (facts, name) -> facts.mask());
        for (String number :
                List.of("max-references", "max-candidates", "max-prompt", "input-patch", "output-token-offset")) {
            traits.put(number, CatalogueFacts::checkNumber);
        }
        traits.put(OUTPUT_TOKENS, CatalogueFacts::checkNumber);
        for (String truth : List.of("strength", "seed", "partial-images", "input-fidelity")) {
            traits.put(truth, (facts, name) -> facts.is(name, true));
        }
        traits.put("billable-unit", (facts, name) -> {});
        traits.put("notice", (facts, name) -> {});
        return traits;
    }

    private static void checkGrid(ModelFacts facts, String name) {
        if (facts.canvas().isEmpty()) {
            throw new IllegalArgumentException(name + " says nothing without canvas.max-side");
        }
    }

    private static void checkNumber(ModelFacts facts, String name) {
        int number = facts.number(name, 0);
        if (number < 0) {
            throw new IllegalArgumentException("%s must be at least 0 but was %d".formatted(name, number));
        }
    }

    private static void checkUses(ModelFacts facts, String name) {
        Set<String> roles = Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(facts.uses());
        unknown.removeAll(roles);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("%s must be some of %s but was '%s'"
                    .formatted(name, String.join(", ", roles), String.join(", ", unknown)));
        }
    }
}
