package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import dev.pentimento.domain.image.EncodedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What one request asks.
 *
 * @param parts pictures and words, in the order in which the model sees them
 * @param words those among them that the user has a part in, for the report
 */
record Question(String model, List<Part> parts, String words, GenerateContentConfig config) {
    private static final String USER = "user";

    /** A text model never needs more; without a limit, one that repeats itself goes on for 65,536. */
    private static final int MAX_OUTPUT_TOKENS = 16_384;

    Question {
        parts = List.copyOf(parts);
    }

    /** A text model fills in a form. */
    static Question of(Form form, String model, List<Part> pictures, String material) {
        List<Part> parts = new ArrayList<>(pictures);
        parts.add(Part.fromText(material));
        return new Question(
                model,
                parts,
                material,
                GenerateContentConfig.builder()
                        .systemInstruction(Content.builder()
                                .parts(Part.fromText(form.instruction()))
                                .build())
                        .temperature(0f)
                        .maxOutputTokens(MAX_OUTPUT_TOKENS)
                        .responseMimeType("application/json")
                        .responseSchema(form.schema())
                        .build());
    }

    /** An image model makes a picture; the words come after the pictures they speak of. */
    static Question picture(Wish wish, Shape shape) {
        List<Part> parts = new ArrayList<>();
        wish.seen().forEach(picture -> parts.add(part(picture)));
        parts.add(Part.fromText(wish.words()));
        return new Question(
                wish.model(),
                parts,
                wish.words(),
                GenerateContentConfig.builder()
                        .responseModalities("TEXT", "IMAGE")
                        .imageConfig(shape.config())
                        .build());
    }

    static Part part(EncodedImage picture) {
        return Part.fromBytes(picture.bytes(), picture.mediaType().mime());
    }

    boolean wantsPicture() {
        return config.responseModalities().isPresent();
    }

    List<Content> contents() {
        return List.of(Content.builder().role(USER).parts(parts).build());
    }
}
