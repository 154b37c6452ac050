package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an edit looks like on the wire. */
class EditFormTest {
    private static final EncodedImage MUG = plain(0xff224466);
    private static final EncodedImage CUP = plain(0xff664422);
    private static final EncodedImage MASK = plain(0x00000000);

    @RegisterExtension
    final StandIn openai = new StandIn();

    private static EncodedImage plain(int argb) {
        return EditorPictures.png(Raster.generate(new ImageSize(8, 8), (x, y) -> argb));
    }

    @BeforeEach
    void answer() {
        openai.answers(Answers.images(Requests.PICTURE));
    }

    @Test
    void saysWhatIsAskedAndNothingElse() {
        edit(Requests.edit());

        assertThat(openai.onlyPost().getUrl()).isEqualTo("/v1/images/edits");
        assertThat(openai.onlyPost().getHeader("Authorization")).isEqualTo("Bearer " + Offered.KEY);
        assertThat(texts())
                .containsOnlyKeys("prompt", "model", "n", "quality", "size")
                .containsEntry("prompt", Requests.edit().prompt(32_000))
                .containsEntry("model", Catalogue.SUNBURST)
                .containsEntry("n", "1")
                .containsEntry("quality", "high")
                .containsEntry("size", "1024x1024");
    }

    /** OpenAI refuses pictures that come as bytes of any kind, which is how its library sends them if not told otherwise. */
    @Test
    void picturesHaveNamesAndTypes() {
        edit(Requests.edit(RefinementKind.PROMPT, 1, List.of(), MASK, null));

        assertThat(pictures("image"))
                .singleElement()
                .satisfies(part ->
                        assertThat(part.disposition()).isEqualTo("form-data; name=\"image\"; filename=\"image.png\""))
                .satisfies(part -> assertThat(part.type()).isEqualTo("image/png"))
                .satisfies(part -> assertThat(part.image()).isEqualTo(Requests.PICTURE));
        assertThat(pictures("mask"))
                .singleElement()
                .satisfies(part ->
                        assertThat(part.disposition()).isEqualTo("form-data; name=\"mask\"; filename=\"mask.png\""))
                .satisfies(part -> assertThat(part.type()).isEqualTo("image/png"))
                .satisfies(part -> assertThat(part.image()).isEqualTo(MASK));
    }

    @Test
    void referencesFollowTheBase() {
        edit(Requests.edit(RefinementKind.SUBJECT, 1, List.of(MUG, CUP), null, null));

        assertThat(pictures("image[]")).extracting(FormPart::image).containsExactly(Requests.PICTURE, MUG, CUP);
        assertThat(pictures("image[]")).extracting(FormPart::type).containsOnly("image/png");
        assertThat(texts().get("prompt"))
                .startsWith("Replace the subject of the image by the one in the reference image: make it wärmer");
    }

    @Test
    void textRepairIsPutIntoWords() {
        edit(Requests.edit(RefinementKind.TEXT, 1, List.of(), null, null));

        assertThat(texts().get("prompt")).startsWith("Correct the lettering in the image: make it wärmer");
    }

    @Test
    void wishesAreSent() {
        edit(
                Requests.edit(RefinementKind.PROMPT, 3, List.of(), null, null),
                Map.of(
                        "quality", "xhigh",
                        "background", "transparent",
                        "output-format", "webp",
                        "moderation", "low"));

        assertThat(texts())
                .containsEntry("quality", "xhigh")
                .containsEntry("background", "transparent")
                .containsEntry("output_format", "webp")
                .containsEntry("moderation", "low")
                .containsEntry("n", "3");
    }

    @Test
    void whatIsLeftToOpenAiIsNotSent() {
        edit(
                Requests.edit(),
                Map.of(
                        "quality", "auto",
                        "background", "auto",
                        "output-format", "auto",
                        "moderation", "auto",
                        "input-fidelity", "auto"));

        assertThat(texts()).containsOnlyKeys("prompt", "model", "n", "size");
    }

    @Test
    void onlyModelsThatTakeItAreToldTheFidelity() {
        edit(Requests.edit(), Map.of("input-fidelity", "high"));
        assertThat(texts()).doesNotContainKey("input_fidelity");

        openai.resetRequests();
        edit(Requests.editBy("gpt-image-1.5"), Map.of("input-fidelity", "high"));
        assertThat(texts()).containsEntry("input_fidelity", "high").containsEntry("model", "gpt-image-1.5");
    }

    private void edit(ImageEditor.Request request) {
        edit(request, Map.of());
    }

    private void edit(ImageEditor.Request request, Map<String, String> settings) {
        Offered.editor(openai.provider(settings)).edit(request, TestCallContext.calm());
    }

    private List<FormPart> pictures(String name) {
        return openai.form().stream().filter(part -> part.name().equals(name)).toList();
    }

    private Map<String, String> texts() {
        return openai.form().stream()
                .filter(part -> part.type().startsWith("text/plain"))
                .collect(Collectors.toMap(FormPart::name, FormPart::text));
    }
}
