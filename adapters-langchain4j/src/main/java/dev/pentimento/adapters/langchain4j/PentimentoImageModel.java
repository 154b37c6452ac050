package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.image.ImageModel;
import dev.langchain4j.model.output.Response;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.WatchJob;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pentimento as an {@code ImageModel}: every image becomes a version with its lineage, whoever the provider is, and masks are exact.
 *
 * <p>Waits for each job to end. The metadata of a response tell the {@code job_id} and {@code version_id}; an image that is handed
 * in again continues its version. Masks are white where the image may change, or transparent there. Safe for use by several threads. A job that
 * does not complete is a {@link LangChain4jException} with its failure code and message.
 */
public final class PentimentoImageModel implements ImageModel {
    private static final ImageSize SIZE = new ImageSize(1024, 1024);

    private final Doors doors;
    private final ProviderChoice provider;

    /** What is asked of Pentimento; {@code Pentimento} of pentimento-bootstrap has all of them. */
    public record Doors(
            RefineImage refineImage, GenerateConcept generateConcept, WatchJob watchJob, ReadImage readImage) {}

    /** @param provider {@link ProviderChoice#ANY} = as configured */
    public PentimentoImageModel(Doors doors, ProviderChoice provider) {
        this.doors = doors;
        this.provider = provider;
    }

    @Override
    public Response<Image> generate(String prompt) {
        Response<List<Image>> all = generate(prompt, 1);
        return Response.from(all.content().get(0), null, null, all.metadata());
    }

    @Override
    public Response<List<Image>> generate(String prompt, int n) {
        return finish(doors.generateConcept()
                .handle(new GenerateConcept.Command(
                        UserId.LOCAL,
                        new Instruction(prompt),
                        new Brief(prompt, "", ""),
                        SIZE,
                        n,
                        0,
                        null,
                        provider,
                        Priority.NORMAL)));
    }

    @Override
    public Response<Image> edit(Image image, String prompt) {
        return refine(image, null, prompt);
    }

    @Override
    public Response<Image> edit(Image image, Image mask, String prompt) {
        return refine(image, mask, prompt);
    }

    private Response<Image> refine(Image image, @Nullable Image mask, String prompt) {
        List<ImageFile> masks = mask == null ? List.of() : List.of(file("mask", mask));
        MaskSpec spec = masks.isEmpty()
                ? null
                : MaskSpec.of(new MaskShape.Painted(masks.get(0).digest()));
        RefineImage.Command command = new RefineImage.Command(
                UserId.LOCAL,
                picture(image),
                List.of(),
                new Refinement.PromptRefinement(new Instruction(prompt), spec),
                masks,
                Knobs.DEFAULT,
                Brief.EMPTY,
                provider,
                null,
                Priority.NORMAL);
        Response<List<Image>> made = finish(doors.refineImage().handle(command));
        return Response.from(made.content().get(0), null, null, made.metadata());
    }

    private static RefineImage.Picture picture(Image image) {
        URI url = image.url();
        return url != null && image.base64Data() == null && !"data".equals(url.getScheme())
                ? new RefineImage.Remote(url)
                : new RefineImage.Uploaded(file("image", image));
    }

    private static ImageFile file(String name, Image image) {
        return new ImageFile(
                name,
                ImageBytes.of(image)
                        .orElseThrow(
                                () -> new InvalidRequestException("An image needs base64Data, a data: URI or a URL")));
    }

    private Response<List<Image>> finish(RefineImage.Submission submission) {
        if (submission instanceof RefineImage.Rejected rejected) {
            throw new InvalidRequestException(String.join("; ", rejected.reasons()));
        }
        Job job = submission
                .job()
                .filter(submitted -> submission instanceof RefineImage.Accepted)
                .orElseThrow(() -> new LangChain4jException("The job was not taken: " + submission));
        return delivered(doors.watchJob().handle(WatchJob.Query.of(job)));
    }

    private Response<List<Image>> delivered(Job job) {
        JobState.Completed completed = job.completed().orElseThrow(() -> new LangChain4jException(why(job)));
        List<VersionId> versions = completed.versions();
        List<Image> images = versions.stream().map(this::image).toList();
        Map<String, Object> metadata = Map.of(
                "job_id",
                job.id().toString(),
                "version_id",
                versions.get(0).toString(),
                "version_ids",
                versions.stream().map(VersionId::toString).toList());
        return Response.from(images, null, null, metadata);
    }

    private static String why(Job job) {
        return job.failed()
                .map(failed -> "Job %s failed (%s): %s"
                        .formatted(job.id(), failed.code().label(), failed.message()))
                .orElseGet(() -> "Job %s is %s".formatted(job.id(), job.status().label()));
    }

    private Image image(VersionId version) {
        VersionReference reference = new VersionReference(version.toString());
        EncodedImage file = doors.readImage().handle(new ReadImage.Query(UserId.LOCAL, reference, MediaType.PNG));
        return Image.builder()
                .base64Data(Base64.getEncoder().encodeToString(file.bytes()))
                .mimeType(file.mediaType().mime())
                .build();
    }
}
