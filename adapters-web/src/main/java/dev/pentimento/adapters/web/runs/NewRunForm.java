package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.refinement.Creativity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a new run is made from: a prompt, with or without an image to begin with, or images that are brought in.
 *
 * @param prompt what is wanted
 * @param numVariants how many, 1 to 6; 1 if not said
 * @param creativityLevel how freely the prompt may be read, 1 to 3; 2 if not said
 * @param size of each in px, such as 1024x768; 1024x1024 if not said
 * @param imageFile to make them from
 * @param images to bring in; then the rest is not needed
 */
record NewRunForm(
        @Nullable String prompt,
        @Nullable Integer numVariants,
        @Nullable Integer creativityLevel,
        @Nullable String size,
        @Nullable String logoDescription,
        @Nullable String themeDescription,
        @Nullable String provider,
        @Nullable Upload imageFile,
        List<Upload> images) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final String IMAGE_FILE = "image_file";
    private static final int MAX_VARIANTS = 6;
    private static final ImageSize USUAL = new ImageSize(1024, 1024);

    NewRunForm {
        images = List.copyOf(images);
    }

    static NewRunForm read(Form form) {
        Fields fields = form.fields();
        Optional<Integer> creativity = Creativities.read(form);
        NewRunForm read = new NewRunForm(
                fields.text("prompt").orElse(null),
                form.wholeNumber("num_variants", 1, MAX_VARIANTS).orElse(null),
                creativity.orElse(null),
                fields.text("size").orElse(null),
                fields.text("logo_description").orElse(null),
                fields.text("theme_description").orElse(null),
                fields.text("provider").orElse(null),
                form.file(IMAGE_FILE).orElse(null),
                form.files("images", "images[]"));
        if (read.size != null) {
            fields.made("size", Optional.of(read.size), NewRunForm::size);
        }
        if (read.images.isEmpty()) {
            fields.required("prompt", Optional.ofNullable(read.prompt));
        } else if (read.imageFile != null) {
            fields.wrong("images", "cannot come together with image_file");
            fields.wrong(IMAGE_FILE, "cannot come together with images; send images to bring them in as they are");
        }
        fields.check();
        return read;
    }

    /** A run that begins with an image is made by refining it. */
    static WorkKind kind(Form form) {
        return form.hasFile(IMAGE_FILE) ? WorkKind.REFINE : WorkKind.GENERATE;
    }

    ImageSize imageSize() {
        return size == null ? USUAL : size(size);
    }

    private static ImageSize size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a size in pixels such as 1024x768");
        }
        return new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    int variants() {
        return numVariants == null ? 1 : numVariants;
    }

    Creativity creativity() {
        return Creativities.of(creativityLevel);
    }

    /** @param words what the run is made for; empty where images are brought in */
    Brief brief(String words) {
        return new Brief(words, orEmpty(logoDescription), orEmpty(themeDescription));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
