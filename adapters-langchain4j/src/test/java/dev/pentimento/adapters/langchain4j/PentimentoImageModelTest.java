package dev.pentimento.adapters.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.output.Response;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.Fixtures;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PentimentoImageModelTest {
    private static final EncodedImage PICTURE = EditorPictures.png(EditorPictures.colorful());
    private static final VersionId VERSION = Fixtures.aVersionId();

    private final List<RefineImage.Command> refined = new ArrayList<>();
    private final List<GenerateConcept.Command> generated = new ArrayList<>();
    private final Job submitted = Fixtures.aPendingJob();
    private UnaryOperator<Job> fate =
            job -> job.start(Fixtures.NOW).complete(List.of(VERSION), Fixtures.aReport(), Fixtures.NOW);
    private RefineImage.Submission answer = new RefineImage.Accepted(submitted, null);

    private final PentimentoImageModel model = new PentimentoImageModel(
            new PentimentoImageModel.Doors(
                    this::refine, this::generate, query -> fate.apply(submitted), query -> PICTURE),
            ProviderChoice.ANY);

    private RefineImage.Submission refine(RefineImage.Command command) {
        refined.add(command);
        return answer;
    }

    private RefineImage.Submission generate(GenerateConcept.Command command) {
        generated.add(command);
        return answer;
    }

    @Test
    void anEditIsARefinementWhoseVersionIsNamed() {
        Response<Image> made = model.edit(ScriptedImageModel.image(PICTURE), "make it warmer");

        assertThat(ScriptedImageModel.file(made.content())).isEqualTo(PICTURE);
        assertThat(made.metadata())
                .containsEntry("version_id", VERSION.toString())
                .containsEntry("job_id", submitted.id().toString());
        RefineImage.Command command = refined.get(0);
        assertThat(command.refinement().instruction().text()).isEqualTo("make it warmer");
        assertThat(command.refinement().mask()).isNull();
        assertThat(command.base())
                .isInstanceOfSatisfying(
                        RefineImage.Uploaded.class,
                        upload -> assertThat(upload.file().bytes()).isEqualTo(PICTURE.bytes()));
    }

    @Test
    void aMaskIsAPaintedOne() {
        Image mask = ScriptedImageModel.painted(3);

        model.edit(ScriptedImageModel.image(PICTURE), mask, "make it warmer");

        RefineImage.Command command = refined.get(0);
        assertThat(command.maskPictures()).hasSize(1);
        assertThat(Objects.requireNonNull(command.refinement().mask()).shapes())
                .containsExactly(
                        new MaskShape.Painted(ScriptedImageModel.file(mask).digest()));
    }

    @Test
    void aUrlIsLeftToTheGuardedSource() {
        Image remote = Image.builder().url("https://images.example/cat.png").build();

        model.edit(remote, "make it warmer");

        assertThat(refined.get(0).base())
                .isEqualTo(new RefineImage.Remote(URI.create("https://images.example/cat.png")));
    }

    @Test
    void severalImagesAreVariantsOfOneConcept() {
        Response<List<Image>> made = model.generate("a red kite", 3);

        assertThat(made.content()).hasSize(1);
        assertThat(generated.get(0).variants()).isEqualTo(3);
    }

    @Test
    void whatCannotWorkIsAnInvalidRequest() {
        answer = new RefineImage.Rejected(List.of("The mask has another size"));

        assertThatThrownBy(() -> model.edit(ScriptedImageModel.image(PICTURE), "make it warmer"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("another size");
    }

    @Test
    void anotherRunningJobIsNoResult() {
        answer = new RefineImage.AlreadyActive(submitted);

        assertThatThrownBy(() -> model.edit(ScriptedImageModel.image(PICTURE), "make it warmer"))
                .isInstanceOf(LangChain4jException.class);
    }

    @Test
    void aFailedJobTellsItsCode() {
        fate = job -> job.fail(FailureCode.REFUSED, "The policy forbids it", Fixtures.NOW);

        assertThatThrownBy(() -> model.edit(ScriptedImageModel.image(PICTURE), "make it warmer"))
                .isInstanceOf(LangChain4jException.class)
                .hasMessageContaining("refused")
                .hasMessageContaining("The policy forbids it");
    }
}
