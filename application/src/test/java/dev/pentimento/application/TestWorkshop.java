package dev.pentimento.application;

import dev.pentimento.adapters.imaging.ImageIoCodecFactory;
import dev.pentimento.adapters.persistence.ZipBundlesFactory;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.ports.spi.Providers;
import dev.pentimento.testkit.InMemoryConceptFolders;
import dev.pentimento.testkit.InMemoryImageVault;
import dev.pentimento.testkit.InMemoryJobDispatcher;
import dev.pentimento.testkit.InMemoryRecords;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The application on in-memory stores, with one scripted provider and a clock that stands still. */
final class TestWorkshop implements AutoCloseable {
    static final ImageSize SIZE = new ImageSize(16, 12);
    static final int GREY = 0xff808080;
    static final int RED = 0xffff0000;
    static final Duration TIME_LIMIT = Duration.ofMinutes(30);

    private static final Policies POLICIES = new Policies(
            Budget.UNLIMITED,
            Limits.NONE,
            Duration.ofSeconds(30),
            Duration.ofMillis(1),
            3,
            TIME_LIMIT,
            TIME_LIMIT,
            1,
            false,
            RefinementStage.labels());

    private static final AtomicLong OPENED = new AtomicLong();

    final SettableClock clock;
    final ScriptedProvider provider;
    final InMemoryRecords records;

    /** The same, as the application gets to see them. */
    final FragileRecords fragile;

    final FragileVault vault;
    final Map<URI, ImageFile> web = new ConcurrentHashMap<>();
    final ImageCodec codec = new ImageIoCodecFactory().create(IntakeLimits.DEFAULT);
    final Bundles bundles = new ZipBundlesFactory().create(Path.of(""), IntakeLimits.DEFAULT);
    final InMemoryConceptFolders folders = new InMemoryConceptFolders();
    final UseCases useCases;
    final InMemoryJobDispatcher dispatcher;
    private final UseCases.Needs needs;
    private final AtomicLong ids = new AtomicLong();
    private final long number = OPENED.incrementAndGet();

    TestWorkshop() {
        this(policies -> policies);
    }

    /** @param change makes the policies of this workshop of the usual ones */
    TestWorkshop(UnaryOperator<Policies> change) {
        this(change, new Troupe(ScriptedProvider.NAME));
    }

    TestWorkshop(UnaryOperator<Policies> change, Troupe troupe) {
        this(change, troupe, troupe);
    }

    /** With other providers than the scripted ones. */
    TestWorkshop(Providers others) {
        this(policies -> policies, others);
    }

    TestWorkshop(UnaryOperator<Policies> change, Providers others) {
        this(change, new Troupe(ScriptedProvider.NAME), others);
    }

    private TestWorkshop(UnaryOperator<Policies> change, Troupe troupe, Providers providers) {
        this(
                change,
                troupe,
                providers,
                new InMemoryRecords(),
                new FragileVault(new InMemoryImageVault()),
                new SettableClock());
    }

    private TestWorkshop(
            UnaryOperator<Policies> change,
            Troupe troupe,
            Providers providers,
            InMemoryRecords records,
            FragileVault vault,
            SettableClock clock) {
        this.provider = troupe.first();
        this.records = records;
        this.fragile = new FragileRecords(records);
        this.vault = vault;
        this.clock = clock;
        this.dispatcher = new InMemoryJobDispatcher(clock);
        this.needs = new UseCases.Needs(
                fragile,
                vault,
                bundles,
                folders,
                codec,
                (url, context) -> fetched(url),
                dispatcher,
                providers,
                clock,
                () -> new UUID(ids.incrementAndGet() << 32, number),
                command -> new Thread(command).start(),
                change.apply(POLICIES));
        this.useCases = UseCases.assemble(needs);
    }

    /** Another process on the same home. */
    TestWorkshop neighbour() {
        return neighbour(new Troupe(ScriptedProvider.NAME));
    }

    TestWorkshop neighbour(Troupe troupe) {
        return new TestWorkshop(policies -> policies, troupe, troupe, records, vault, clock);
    }

    /** Does what the reconciler does now and then. */
    void reconcile() {
        new Assembly(needs).reconciler().run();
    }

    private ImageFile fetched(URI url) {
        ImageFile file = web.get(url);
        if (file == null) {
            throw new FetchFailure(FetchFailure.Reason.NOT_FOUND, "Nothing is there");
        }
        return file;
    }

    ImageFile file(String name, int argb) {
        return new ImageFile(name, png(filled(argb)).bytes());
    }

    EncodedImage png(Raster raster) {
        return codec.encode(raster, MediaType.PNG);
    }

    static Raster filled(int argb) {
        return Raster.generate(SIZE, (x, y) -> argb);
    }

    RefineImage.Picture upload(int argb) {
        return new RefineImage.Uploaded(file("picture.png", argb));
    }

    static RefineImage.Picture stored(String reference) {
        return new RefineImage.Stored(new VersionReference(reference));
    }

    static PromptRefinement prompt() {
        return new PromptRefinement(new Instruction("make it red"), null);
    }

    static PromptRefinement promptWithin(MaskShape... shapes) {
        return new PromptRefinement(new Instruction("make it red"), MaskSpec.of(shapes));
    }

    static RefineImage.Command command(
            RefineImage.Picture base, List<RefineImage.Picture> references, Refinement refinement) {
        return new RefineImage.Command(
                UserId.LOCAL,
                base,
                references,
                refinement,
                List.of(),
                Knobs.DEFAULT,
                Brief.EMPTY,
                ProviderChoice.ANY,
                null,
                Priority.NORMAL);
    }

    /** Submits and waits until the job is final. */
    Job refine(RefineImage.Picture base, Refinement refinement) {
        return refine(RefineImage.Command.of(base, refinement));
    }

    Job refine(RefineImage.Command command) {
        return watch(submit(command));
    }

    Job submit(RefineImage.Command command) {
        return useCases.refineImage().handle(command).job().orElseThrow();
    }

    Job watch(Job job) {
        return useCases.watchJob().handle(WatchJob.Query.of(job.id(), event -> {}));
    }

    ShowVersion.Details show(String reference) {
        return useCases.showVersion().handle(new ShowVersion.Query(UserId.LOCAL, new VersionReference(reference)));
    }

    List<Concept> concepts() {
        return records.read(reader -> reader.concepts(UserId.LOCAL));
    }

    /** What a completed job made first. */
    ShowVersion.Details resultOf(Job job) {
        return show(job.completed().orElseThrow().versions().get(0).toString());
    }

    Raster pixelsOf(ShowVersion.Details details) {
        return codec.decode(vault.load(details.version().image().digest()).bytes())
                .raster();
    }

    @Override
    public void close() {
        dispatcher.close();
    }

    /** The same for so many candidates. */
    static RefineImage.Command asking(int candidates, RefineImage.Command one) {
        return with(one.knobs().withCandidates(candidates), one.provider(), one);
    }

    /** The same with other knobs, of somebody else. */
    static RefineImage.Command with(Knobs knobs, ProviderChoice provider, RefineImage.Command one) {
        return new RefineImage.Command(
                one.owner(),
                one.base(),
                one.references(),
                one.refinement(),
                one.maskPictures(),
                knobs,
                one.brief(),
                provider,
                one.concept(),
                one.priority());
    }
}
