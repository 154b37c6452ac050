package dev.pentimento.domain.prompt;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Models that want to be addressed alike. */
public enum ModelFamily {
    /** Comma-separated phrases, of which the first 75 tokens count. */
    SDXL(400, List.of("sdxl", "stable-diffusion", "lightning"), FamilyTemplates::phrases),
    /** One paragraph of prose. */
    FLUX(1800, List.of("flux", "kontext"), FamilyTemplates::prose),
    /** Prose with named parts. */
    OPENAI(4000, List.of("gpt", "openai", "dall"), FamilyTemplates::labelled),
    /** Prose with an order in front. */
    GEMINI(4000, List.of("gemini", "nano-banana", "imagen"), FamilyTemplates::commissioned),
    /** The embedded engine reads words, wherever they stand. */
    LOCAL(2000, List.of("local"), FamilyTemplates::plain);

    private final int maxLength;
    private final List<String> signs;
    private final Function<Scene, String> template;

    ModelFamily(int maxLength, List<String> signs, Function<Scene, String> template) {
        this.maxLength = maxLength;
        this.signs = signs;
        this.template = template;
    }

    /** By the name of the model, else by that of the provider; prose where neither says anything. */
    public static ModelFamily of(String provider, String model) {
        return List.of(model, provider).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> List.of(values()).stream()
                        .filter(family -> family.signs.stream().anyMatch(name::contains)))
                .findFirst()
                .orElse(FLUX);
    }

    /** The prompt that shows a scene, as this family reads it best. */
    public String prompt(Scene scene) {
        return FamilyTemplates.cut(template.apply(scene), maxLength);
    }

    /** The longest prompt of which this family heeds all, in characters (UTF-16 units). */
    public int maxLength() {
        return maxLength;
    }

    /** The word in JSON, such as {@code sdxl}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
