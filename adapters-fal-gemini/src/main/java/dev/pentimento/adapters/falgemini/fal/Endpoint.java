package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One model of fal, under the name by which fal knows it, with all it takes and nothing else: fal itself says nothing about parameters that it does
 * not know.
 *
 * @param parameters by name, in the order in which they are named to people
 * @param always what is sent with every request beside what we always say
 * @param canvas the sizes it works on
 * @param maxPrompt in characters (UTF-16 units)
 * @param maxReferences how many pictures it takes beside the base
 */
record Endpoint(
        String id,
        Map<String, Allowed> parameters,
        Map<String, String> always,
        Canvas canvas,
        int maxPrompt,
        int maxReferences) {
    static final String PROMPT = "prompt";
    static final String IMAGE = "image_url";
    static final String IMAGES = "image_urls";
    static final String MASK = "mask_url";
    static final String SIZE = "image_size";
    static final String STRENGTH = "strength";
    static final String SEED = "seed";
    static final String COUNT = "num_images";

    private static final String SAFETY = "enable_safety_checker";
    private static final Set<String> FORMATS = Set.of("format", "output_format");
    private static final String PNG = "png";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    Endpoint {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An endpoint is called like fal-ai/flux/dev, but this one '" + id + "'");
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        always = Collections.unmodifiableMap(new LinkedHashMap<>(always));
    }

    boolean takes(String parameter) {
        return parameters.containsKey(parameter);
    }

    boolean changesImages() {
        return takes(IMAGE) || takes(IMAGES);
    }

    boolean repaints() {
        return takes(MASK);
    }

    /** Who can be told how much to keep draws the whole picture anew from a description; who cannot reads instructions. */
    Set<RefinementKind> kinds() {
        EnumSet<RefinementKind> kinds = EnumSet.of(RefinementKind.PROMPT);
        if (!takes(STRENGTH)) {
            kinds.add(RefinementKind.TEXT);
        }
        if (maxReferences > 0) {
            kinds.add(RefinementKind.SUBJECT);
        }
        return kinds;
    }

    /** What goes into every request, unless it says otherwise: pictures are wanted without loss, and looked through by fal. */
    Map<String, String> sentAlways() {
        Map<String, String> sent = new LinkedHashMap<>();
        FORMATS.stream().filter(format -> mayBe(format, PNG)).forEach(format -> sent.put(format, PNG));
        if (takes(SAFETY)) {
            sent.put(SAFETY, "true");
        }
        sent.putAll(always);
        return sent;
    }

    private boolean mayBe(String parameter, String word) {
        return parameters.get(parameter) instanceof Allowed.Choice choice
                && choice.words().contains(word);
    }

    /** How many images one request may make. */
    int maxImages() {
        return parameters.get(COUNT) instanceof Allowed.Range range
                ? range.most().intValueExact()
                : 1;
    }

    /** Whether a request meant for {@code other} may go here when only a part of the picture is to change. */
    boolean standsInFor(Endpoint other) {
        return repaints()
                && !other.repaints()
                && canvas.equals(other.canvas)
                && kinds().containsAll(other.kinds())
                && takes(STRENGTH) == other.takes(STRENGTH)
                && takes(SEED) == other.takes(SEED);
    }

    /** @throws ProviderFailure.InvalidRequest if it takes no such parameter */
    Allowed parameter(String name) {
        Allowed parameter = parameters.get(name);
        if (parameter == null) {
            throw new ProviderFailure.InvalidRequest("Endpoint '%s' of fal has no parameter '%s'; it takes %s"
                    .formatted(id, name, String.join(", ", parameters.keySet())));
        }
        return parameter;
    }
}
