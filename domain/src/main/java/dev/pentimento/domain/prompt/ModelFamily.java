package dev.pentimento.domain.prompt;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Models that want to be addressed alike. */
public enum ModelFamily {
    /** Comma-separated phrases, of which the first 75 tokens count. */
    SDXL(400, "sdxl stable-diffusion lightning"),
    /** One paragraph of prose. */
    FLUX(1800, "flux kontext"),
    /** Prose with named parts. */
    OPENAI(4000, "gpt openai dall"),
    /** Prose with an order in front. */
    GEMINI(4000, "gemini nano-banana imagen"),
    /** The embedded engine reads words, wherever they stand. */
    LOCAL(2000, "local");

    private final int maxLength;

    /** What the names of its models hold, with blanks between. */
    private final String signs;

    ModelFamily(int maxLength, String signs) {
        this.maxLength = maxLength;
        this.signs = signs;
    }

    /** By the name of the model, else by that of the provider; prose where neither says anything. */
    public static ModelFamily of(String provider, String model) {
        return Stream.of(model, provider)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> Stream.of(values()).filter(family -> family.isNamedBy(name)))
                .findFirst()
                .orElse(FLUX);
    }

    private boolean isNamedBy(String name) {
        return Stream.of(signs.split(" ")).anyMatch(name::contains);
    }

    /** The prompt that shows a scene, as this family reads it best. */
    public String prompt(Scene scene) {
        return FamilyTemplates.cut(composed(scene), maxLength);
    }

    private String composed(Scene scene) {
        return switch (this) {
            case SDXL -> FamilyTemplates.phrases(scene);
            case FLUX -> FamilyTemplates.prose(scene);
            case OPENAI -> FamilyTemplates.labelled(scene);
            case GEMINI -> FamilyTemplates.commissioned(scene);
            case LOCAL -> FamilyTemplates.plain(scene);
        };
    }

    /** The family that puts a scene into these words; empty if none does. */
    public static Optional<ModelFamily> composing(Scene scene, String words) {
        return Stream.of(values())
                .filter(family -> family.prompt(scene).equals(words))
                .findFirst();
    }

    /**
     * The scene to ask for, so that {@link #prompt} gives words that were made of the prompt of another scene. What this family puts around a prompt by
     * itself is taken out of the words, so that nothing is said twice. Empty if the words do not hold that, as they were written anew.
     */
    public Optional<Scene> refined(Scene original, String words) {
        if (words.equals(prompt(original))) {
            return Optional.of(original);
        }
        Frame frame = Frame.of(prompt -> composed(original.saying(prompt)));
        return frame.isEmpty() && !words.contains(original.prompt())
                ? Optional.empty()
                : frame.within(words).map(original::saying);
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
