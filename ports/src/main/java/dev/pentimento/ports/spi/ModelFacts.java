package dev.pentimento.ports.spi;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MaskForm;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the model catalogue says of one model of a provider.
 *
 * <p>Traits are named by dotted keys, as the catalogue nests them. Those that mean the same for every provider:
 *
 * <table>
 *   <caption>Common traits</caption>
 *   <tr><td>{@code uses}</td><td>a list of {@code edit}, {@code generate}, {@code critique}, {@code write}</td></tr>
 *   <tr><td>{@code canvas}</td><td>{@code any}, or a list of sizes such as {@code 1024x1024, 1536x1024}</td></tr>
 *   <tr><td>{@code canvas.step}, {@code .min-side}, {@code .max-side}, {@code .min-pixels}, {@code .max-pixels}, {@code .max-ratio}</td>
 *       <td>or else the limits of a {@link Canvas.Grid}; each may be left out, except {@code .max-side}</td></tr>
 *   <tr><td>{@code mask}</td><td>{@code none}, {@code coverage}, {@code transparent-is-edit} or {@code white-is-edit}</td></tr>
 *   <tr><td>{@code max-references}, {@code max-candidates}</td><td>whole numbers</td></tr>
 *   <tr><td>{@code max-prompt}</td><td>in characters</td></tr>
 *   <tr><td>{@code strength}, {@code seed}, {@code partial-images}, {@code input-fidelity}</td><td>{@code true} or {@code false}</td></tr>
 *   <tr><td>{@code output-tokens.<quality>}</td><td>image tokens that an image of 1024x1024 px will probably take</td></tr>
 *   <tr><td>{@code notice}</td><td>what users of it should know, for people; the end of a sentence that begins with its name</td></tr>
 * </table>
 *
 * @param id as the provider calls it
 * @param prices unknown where the catalogue names none
 * @param traits what else an adapter needs to know of it; the adapter documents those of its own
 * @param shutdown the day from which it is gone; null = none is announced
 * @param successor the id of the model to use instead; null = none is named
 * @param source where prices and traits were read, for people
 * @param checked when they were
 */
public record ModelFacts(
        String id,
        PriceList prices,
        Map<String, String> traits,
        @Nullable LocalDate shutdown,
        @Nullable String successor,
        String source,
        LocalDate checked) {
    /** How long before its end people are told. */
    private static final int NOTICE_DAYS = 60;

    public ModelFacts {
        traits = Map.copyOf(traits);
    }

    /** What it can be used for, as roles are called in the configuration; empty where the catalogue is silent. */
    public Set<String> uses() {
        return trait("uses").map(Traits::words).orElse(Set.of());
    }

    public Optional<String> trait(String name) {
        return Optional.ofNullable(traits.get(name));
    }

    /** A whole number; {@code otherwise} where the catalogue is silent. */
    public int number(String name, int otherwise) {
        return trait(name)
                .map(text -> Traits.number(name, text).intValueExact())
                .orElse(otherwise);
    }

    /** Whether a trait is {@code true}; {@code otherwise} where the catalogue is silent. */
    public boolean is(String name, boolean otherwise) {
        return trait(name).map(text -> Traits.truth(name, text)).orElse(otherwise);
    }

    /**
     * The sizes it works on; empty where the catalogue is silent.
     *
     * @throws IllegalArgumentException if the traits name none
     */
    public Optional<Canvas> canvas() {
        return Traits.canvas(traits);
    }

    /** How it wants to be told of masks; empty where the catalogue is silent. */
    public Optional<MaskForm> mask() {
        return trait("mask").map(text -> Traits.mask("mask", text));
    }

    /** What whoever uses it has to know now, one line each: that it is gone or goes soon, and its notice. */
    public List<String> warnings(LocalDate today) {
        return Stream.concat(farewell(today).stream(), trait("notice").stream()).toList();
    }

    private Optional<String> farewell(LocalDate today) {
        if (shutdown == null || today.plusDays(NOTICE_DAYS).isBefore(shutdown)) {
            return Optional.empty();
        }
        String when = isGone(today)
                ? "was shut down on " + shutdown
                : "will be shut down on %s, in %d days".formatted(shutdown, ChronoUnit.DAYS.between(today, shutdown));
        return Optional.of("%s; %s".formatted(when, advice()));
    }

    private String advice() {
        return successor == null ? "choose another" : "use '" + successor + "'";
    }

    public boolean isGone(LocalDate today) {
        return shutdown != null && !today.isBefore(shutdown);
    }

    /** @throws ProviderFailure.ModelRetired if it is gone; the message names the successor */
    public void requireOffered(LocalDate today) {
        if (isGone(today)) {
            throw new ProviderFailure.ModelRetired(
                    "Model '%s' was shut down on %s; %s".formatted(id, shutdown, advice()));
        }
    }
}
