package dev.pentimento.app.cli.batch;

import dev.pentimento.app.cli.document.EvaluationsDocument;
import dev.pentimento.app.cli.document.IterationDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.MadeImageDocument;
import dev.pentimento.app.cli.document.RunDocument;
import dev.pentimento.app.cli.prompts.PromptText;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.ShowBatch.Shown;
import dev.pentimento.ports.in.ShowVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one prompt: for each iteration its images, results and evaluation, then the summary and the best image. */
public record RunFolder(Path path) {

    /** Where pictures come from. */
    public record Source(ReadImage readImage, ShowVersion showVersion) {}

    /** An iteration as it stands. */
    public void write(Shown shown, Iteration iteration, Source source) {
        List<MadeImageDocument> images = new ArrayList<>();
        List<VersionId> versions = shown.images(iteration.number());
        int asked = shown.jobs().get(iteration.number() - 1).work().images();
        for (VersionId version : versions) {
            images.add(write(shown, iteration, version, images.size() + 1, asked, source));
        }
        String results = Json.write(IterationDocument.of(shown, iteration, images));
        String stem = "iteration_" + iteration.number();
        file(stem + "_results.json").write(results);
        file(stem + "_results.yaml").write(PromptText.asYaml(results));
        file(stem + "_evaluation.json").write(Json.write(EvaluationsDocument.of(shown, iteration)));
    }

    private MadeImageDocument write(
            Shown shown, Iteration iteration, VersionId id, int variant, int asked, Source source) {
        VersionReference reference = new VersionReference(id.toString());
        EncodedImage image = source.readImage().handle(new ReadImage.Query(UserId.LOCAL, reference, null));
        String name = stem(iteration.number(), variant, asked) + "."
                + image.mediaType().extension();
        file(name).write(image.bytes());
        Version version = source.showVersion()
                .handle(new ShowVersion.Query(UserId.LOCAL, reference))
                .version();
        return MadeImageDocument.of(
                variant,
                name,
                image.mediaType().mime(),
                version,
                String.valueOf(shown.labels().get(id)),
                iteration.assessment(id).orElse(null));
    }

    private static String stem(int iteration, int variant, int asked) {
        return "iteration_%d%s".formatted(iteration, asked == 1 ? "" : "_v" + variant);
    }

    /** An image as it lies there; empty where there is none. */
    public String imageFile(int iteration, int variant, int asked) {
        return existing(stem(iteration, variant, asked));
    }

    /** The whole run, when it is over. */
    public void finish(Shown shown, Source source) {
        shown.run().iterations().forEach(iteration -> write(shown, iteration, source));
        String best =
                shown.run().best().map(version -> writeBest(version, source)).orElse("");
        file("summary.json").write(Json.write(RunDocument.of(shown, best)));
    }

    private String writeBest(VersionId version, Source source) {
        EncodedImage image = source.readImage()
                .handle(new ReadImage.Query(UserId.LOCAL, new VersionReference(version.toString()), null));
        String name = "best." + image.mediaType().extension();
        file(name).write(image.bytes());
        forgetOther(name);
        return name;
    }

    /** A best image of another format that was written before. */
    private void forgetOther(String name) {
        bestNames()
                .filter(other -> !other.equals(name))
                .forEach(other -> file(other).delete());
    }

    private static Stream<String> bestNames() {
        return names("best");
    }

    private static Stream<String> names(String stem) {
        return Stream.of(MediaType.values()).map(type -> stem + "." + type.extension());
    }

    /** The best image as it lies there; empty where there is none yet. */
    public String bestFile() {
        return existing("best");
    }

    private String existing(String stem) {
        return names(stem)
                .filter(name -> Files.exists(path.resolve(name)))
                .findFirst()
                .orElse("");
    }

    private WholeFile file(String name) {
        return new WholeFile(path.resolve(name));
    }
}
