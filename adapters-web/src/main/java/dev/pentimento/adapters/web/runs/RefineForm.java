package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.RefinementKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refinement is asked for with.
 *
 * @param refineType subject, text or prompt
 * @param parentImageId image_0, original_0, or the id of a refinement
 * @param parentImageType original or refinement
 * @param generationIndex of an original, from 0
 * @param prompt what is wanted; needed for the type prompt, unless there are instructions
 * @param instructions more of that
 * @param maskData where the image may change, as JSON
 * @param maskFile where it may change, as a PNG of the same size: white, or transparent, may change
 * @param creativityLevel how freely the prompt may be read, 1 to 3; 2 if not said
 * @param referenceImage what the prompt speaks of, such as the subject
 * @param candidates how many alternatives, 1 to 4; 1 if not said
 */
record RefineForm(
        String refineType,
        String parentImageId,
        @Nullable String parentImageType,
        @Nullable Integer generationIndex,
        @Nullable String prompt,
        @Nullable String instructions,
        @Nullable String maskData,
        @Nullable Upload maskFile,
        @Nullable Integer creativityLevel,
        @Nullable Upload referenceImage,
        @Nullable Integer candidates,
        @Nullable String provider) {
    private static final int MAX_CANDIDATES = 4;
    private static final int MAX_INDEX = 1_000_000;
    private static final long MAX_REFERENCE = 50L << 20;

    static RefineForm read(Form form) {
        Fields fields = form.fields();
        String type = fields.text("refine_type").orElse("");
        kind(type);
        Optional<Integer> creativity = Creativities.read(form);
        RefineForm read = new RefineForm(
                type,
                fields.required("parent_image_id", fields.text("parent_image_id"))
                        .orElse(""),
                fields.text("parent_image_type").orElse(null),
                form.wholeNumber("generation_index", 0, MAX_INDEX).orElse(null),
                fields.text("prompt").orElse(null),
                fields.text("instructions").orElse(null),
                fields.text("mask_data").orElse(null),
                form.file("mask_file").orElse(null),
                creativity.orElse(null),
                form.file("reference_image").orElse(null),
                form.wholeNumber("candidates", 1, MAX_CANDIDATES).orElse(null),
                fields.text("provider").orElse(null));
        read.check(fields);
        return read;
    }

    private void check(Fields fields) {
        checkReference();
        fields.made("mask_data", Optional.ofNullable(maskData), MaskShapes::read);
        fields.made("prompt", fields.required("prompt", words()), Instruction::new);
        fields.check();
    }

    private void checkReference() {
        if (referenceImage == null) {
            return;
        }
        if (!referenceImage.mediaType().startsWith("image/")) {
            throw refusedReference("The reference image must be an image, and be sent as image/*");
        }
        if (referenceImage.size() > MAX_REFERENCE) {
            throw refusedReference("The reference image has %d bytes; send at most %d"
                    .formatted(referenceImage.size(), MAX_REFERENCE));
        }
    }

    private static RuntimeException refusedReference(String message) {
        return RefineFaults.reference(message).refusal();
    }

    RefinementKind kind() {
        return kind(refineType);
    }

    private static RefinementKind kind(String type) {
        return Arrays.stream(RefinementKind.values())
                .filter(kind -> kind.label().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(400, "invalid_refine_type", "refine_type must be one of subject, text, prompt")
                                .refusal());
    }

    Instruction instruction() {
        return new Instruction(words().orElse(""));
    }

    /** What subject and text repair mean needs no words. */
    private Optional<String> words() {
        String said =
                Stream.of(prompt, instructions).filter(text -> text != null).collect(Collectors.joining("; "));
        if (!said.isEmpty()) {
            return Optional.of(said);
        }
        return switch (kind()) {
            case SUBJECT -> Optional.of("Replace the subject by the one in the reference image");
            case TEXT -> Optional.of("Correct the lettering");
            case PROMPT -> Optional.empty();
        };
    }

    List<MaskShape> shapes() {
        return maskData == null ? List.of() : MaskShapes.read(maskData);
    }

    int count() {
        return candidates == null ? 1 : candidates;
    }
}
