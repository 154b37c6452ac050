package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.MaskJson;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Strength;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be refined, and how.
 *
 * @param originalImageUrl of a picture on the web, or of an image of this server
 * @param mask as in {@link MaskJson}
 */
record RefineRequest(
        URI originalImageUrl,
        String refinementPrompt,
        @Nullable String logoDescription,
        @Nullable String themeDescription,
        List<String> preserveAspects,
        @Nullable Double strength,
        @Nullable MaskSpec mask,
        @Nullable String provider) {
    static final int SHORTEST = 5;
    static final int LONGEST = 500;
    private static final int LONGEST_URL = 4096;
    private static final String URL = "original_image_url";
    private static final String PRESERVE = "preserve_aspects";

    RefineRequest {
        preserveAspects = List.copyOf(preserveAspects);
    }

    /** @throws dev.pentimento.adapters.web.http.Refusal with all that is wrong */
    static RefineRequest read(Fields fields) {
        Optional<URI> url =
                fields.required(URL, fields.made(URL, fields.text(URL, 1, LONGEST_URL), RefineRequest::url));
        Optional<String> prompt =
                fields.required("refinement_prompt", fields.text("refinement_prompt", SHORTEST, LONGEST));
        Optional<Double> strength = fields.number("strength");
        fields.made("strength", strength, Strength::new);
        Optional<MaskSpec> mask = fields.made("mask", fields.node("mask"), MaskJson::read);
        List<String> preserve = aspects(fields);
        Optional<String> logo = fields.text("logo_description", SHORTEST, LONGEST);
        Optional<String> theme = fields.text("theme_description", SHORTEST, LONGEST);
        Optional<String> provider = fields.text("provider", 1, LONGEST);
        fields.check();
        return new RefineRequest(
                url.orElseThrow(),
                prompt.orElseThrow(),
                logo.orElse(null),
                theme.orElse(null),
                preserve,
                strength.orElse(null),
                mask.orElse(null),
                provider.orElse(null));
    }

    private static List<String> aspects(Fields fields) {
        List<String> right = new ArrayList<>();
        for (String aspect : fields.texts(PRESERVE)) {
            fields.made(PRESERVE, Optional.of(aspect), PreserveAspect::ofLabel)
                    .map(PreserveAspect::label)
                    .ifPresent(right::add);
        }
        return right;
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an http or https URL", e);
        }
        throw new IllegalArgumentException("must be an http or https URL");
    }

    Instruction instruction() {
        return new Instruction(refinementPrompt);
    }

    Brief brief() {
        return new Brief(
                "", logoDescription == null ? "" : logoDescription, themeDescription == null ? "" : themeDescription);
    }

    Knobs knobs() {
        Set<PreserveAspect> aspects = EnumSet.noneOf(PreserveAspect.class);
        preserveAspects.forEach(label -> aspects.add(PreserveAspect.ofLabel(label)));
        return new Knobs(
                strength == null ? Strength.DEFAULT : new Strength(strength), Creativity.BALANCED, aspects, 1, null);
    }
}
