package dev.pentimento.testkit;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.out.Bundles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A history with one of everything, and the bytes of its images. */
public final class TravellingHistory implements Bundles.Supply {
    private static final Instruction WARMER = new Instruction("make it warmer");

    private final Concept concept;
    private final List<Version> versions = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<ImageDigest, EncodedImage> images = new LinkedHashMap<>();

    private TravellingHistory(UserId owner) {
        this.concept = Fixtures.aConceptOf(owner);
    }

    /** Imported, refined, refined within a painted mask, generated, shown in another palette; and jobs that failed or were cancelled. */
    public static TravellingHistory of(UserId owner) {
        TravellingHistory history = new TravellingHistory(owner);
        Version original = history.imported();
        history.fetched();
        Version child = history.refined(original, new PromptRefinement(WARMER, null));
        history.refined(child, history.withinPaintedMask());
        history.generated();
        EveryKind.works()
                .filter(Work.GenerateOriginals.class::isInstance)
                .forEach(work -> history.jobs.add(history.job(work).cancel(Fixtures.anInstant())));
        history.jobs.add(history.job(Fixtures.aRefinementOf(original.id()))
                .fail(FailureCode.REFUSED, "It is \u2026 broken\n", Fixtures.anInstant()));
        return history;
    }

    public History history() {
        return new History(List.of(concept), versions, jobs);
    }

    public Bundle bundle() {
        History history = history();
        return new Bundle(history, history.images().stream().map(this::held).toList());
    }

    public EncodedImage image(ImageDigest digest) {
        return Objects.requireNonNull(images.get(digest));
    }

    /** All bytes of all images, by their digest. */
    public Map<ImageDigest, EncodedImage> images() {
        return Map.copyOf(images);
    }

    @Override
    public void copy(HeldImage image, OutputStream to) throws IOException {
        to.write(image(image.digest()).bytes());
    }

    private HeldImage held(ImageDigest digest) {
        EncodedImage image = image(digest);
        return new HeldImage(digest, image.mediaType(), image.length());
    }

    private Version imported() {
        return version(List.of(), new Origin.Imported("a b/\u00e4\"'.png", picture()));
    }

    private void fetched() {
        SourceUrl source = SourceUrl.of(URI.create("https://example.com/fox.png?signature=secret"));
        version(List.of(), new Origin.Imported("fox.png", picture(), source, true));
    }

    private Version refined(Version base, PromptRefinement refinement) {
        Work.RefineVersion plain = Fixtures.aRefinementOf(base.id());
        Job job = job(new Work.RefineVersion(base.id(), List.of(), refinement, plain.knobs(), plain.brief()));
        Origin origin = refinement.mask() == null
                ? new Origin.Refined(job.id())
                : new Origin.MaskedRefined(job.id(), new MaskCheck(0, 7, 3));
        Version version = version(List.of(base.id()), origin);
        complete(job, version.id());
        return version;
    }

    private PromptRefinement withinPaintedMask() {
        MaskSpec mask = new MaskSpec(List.of(new MaskShape.Painted(picture().digest())), 3);
        return new PromptRefinement(WARMER, mask);
    }

    private void generated() {
        Job job = job(Fixtures.aGeneration());
        Version first = version(List.of(), new Origin.Generated(job.id()));
        Palette palette = new Palette("Dusk", "", List.of("#102030", "#AABBCC"));
        Version second = version(List.of(first.id()), new Origin.Recolored(job.id(), palette));
        complete(job, first.id(), second.id());
    }

    private Job job(Work work) {
        JobId id = Fixtures.aJobId();
        ProviderChoice provider = new ProviderChoice("local", jobs.isEmpty() ? null : "engine-1");
        return Job.submit(id, concept.owner(), concept.id(), work, provider, Fixtures.anInstant());
    }

    private void complete(Job job, VersionId... made) {
        jobs.add(job.start(Fixtures.anInstant()).complete(List.of(made), Fixtures.aReport(), Fixtures.anInstant()));
    }

    private Version version(List<VersionId> parents, Origin origin) {
        Version version =
                new Version(Fixtures.aVersionId(), concept.id(), picture(), parents, origin, Fixtures.anInstant());
        versions.add(version);
        return version;
    }

    private Image picture() {
        EncodedImage encoded = Fixtures.anEncodedImage();
        images.put(encoded.digest(), encoded);
        return Image.of(encoded, Fixtures.SIZE);
    }
}
