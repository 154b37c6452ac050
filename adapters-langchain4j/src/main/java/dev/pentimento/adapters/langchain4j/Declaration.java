package dev.pentimento.adapters.langchain4j;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.ports.out.MaskForm;
import java.util.Set;

/**
 * What an {@code ImageModel} can do. Its interface does not tell, and nothing is guessed: what is not declared is not asked of it.
 *
 * @param description one sentence for people: what it is and what it costs
 * @param model the model's id, for the records
 * @param abilities what it does
 * @param mask how {@code edit(image, mask, prompt)} reads the mask; {@link MaskForm#COVERAGE} is for models of this process and cannot be declared
 * @param form how it wants to get images
 * @param canvas the sizes of image it takes
 * @param price of one image; unknown is not free
 */
public record Declaration(
        String description,
        String model,
        Set<Ability> abilities,
        MaskForm mask,
        ImageForm form,
        Canvas canvas,
        Cost price) {
    public Declaration {
        abilities = Set.copyOf(abilities);
        if (mask == MaskForm.COVERAGE) {
            throw new IllegalArgumentException(
                    "An ImageModel gets its mask as a picture; declare NONE, TRANSPARENT_IS_EDIT or WHITE_IS_EDIT");
        }
        if (abilities.isEmpty()) {
            throw new IllegalArgumentException("Declare what model '%s' can do".formatted(model));
        }
    }

    /** A method of {@code ImageModel} that works. */
    public enum Ability {
        /** {@code generate(prompt)}. */
        GENERATE,
        /** {@code generate(prompt, n)} too, in one call; implies {@link #GENERATE}. */
        GENERATE_SEVERAL,
        /** {@code edit(image, prompt)}, and with a mask where one is declared. */
        EDIT
    }

    /** How an image is handed to a model. */
    public enum ImageForm {
        /** {@code Image.base64Data}, with {@code mimeType}. */
        BASE64,
        /** {@code Image.url} with a {@code data:} URI. */
        DATA_URI
    }

    boolean can(Ability ability) {
        return abilities.contains(ability)
                || (ability == Ability.GENERATE && abilities.contains(Ability.GENERATE_SEVERAL));
    }
}
