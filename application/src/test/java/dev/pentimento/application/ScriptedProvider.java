package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.out.Resumption;
import dev.pentimento.ports.spi.Provider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A provider of a test, unless told otherwise the only one, which does as it is told and remembers what it was asked. */
final class ScriptedProvider implements Provider, ImageEditor, ImageGenerator, PromptWriter {
    static final String NAME = "scripted";
    static final ProviderReport REPORT = report(NAME);

    private final String name;

    final BlockingQueue<ImageEditor.Request> edits = new LinkedBlockingQueue<>();
    final BlockingQueue<ImageGenerator.Request> generated = new LinkedBlockingQueue<>();
    private volatile BiFunction<ImageEditor.Request, CallContext, List<EncodedImage>> script =
            (request, context) -> List.of(request.base());
    private volatile List<EncodedImage> originals = List.of();
    private volatile Set<RefinementKind> kinds = Set.of(RefinementKind.values());

    private volatile Optional<Resumption> resumption = Optional.empty();
    private volatile Cost estimate = Cost.estimated(1000);
    private volatile @Nullable Cost editing;
    private volatile @Nullable ProviderFailure noPalettes;
    private volatile @Nullable ProviderFailure noOriginals;
    private volatile int maxCandidates = 4;
    private volatile MaskForm mask = MaskForm.COVERAGE;
    private volatile Canvas canvas = new Canvas.Any();
    private volatile boolean obeysStrength = true;
    private volatile boolean obeysSeeds = true;
    private volatile Optional<ProviderFailure> unable = Optional.empty();

    ScriptedProvider() {
        this(NAME);
    }

    ScriptedProvider(String name) {
        this.name = name;
    }

    private static ProviderReport report(String provider) {
        return new ProviderReport(provider, "model-1", "as asked", List.of("dragon"), Cost.reported(1234), true);
    }

    void canResume(Resumption how) {
        resumption = Optional.of(how);
    }

    void proposesNothing(ProviderFailure why) {
        noPalettes = why;
    }

    void generatesNothing(ProviderFailure why) {
        noOriginals = why;
    }

    void generatesAgain() {
        noOriginals = null;
    }

    void costs(Cost newEstimate) {
        estimate = newEstimate;
    }

    /** What an edit will cost, where that differs. */
    void edits(Cost newEstimate) {
        editing = newEstimate;
    }

    void makesAtMost(int candidates) {
        maxCandidates = candidates;
    }

    void takesMasks(MaskForm form) {
        mask = form;
    }

    void worksOn(Canvas sizes) {
        canvas = sizes;
    }

    void obeysNoStrength() {
        obeysStrength = false;
    }

    void looksAtNoMasks() {
        takesMasks(MaskForm.NONE);
    }

    void obeysNoSeeds() {
        obeysSeeds = false;
    }

    /** From now on it says so when it is asked what it can do. */
    void cannot(ProviderFailure why) {
        unable = Optional.of(why);
    }

    void edits(BiFunction<ImageEditor.Request, CallContext, List<EncodedImage>> newScript) {
        script = newScript;
    }

    /** One after the other, and again from the first. */
    void generates(EncodedImage... images) {
        originals = List.of(images);
    }

    void knowsOnly(RefinementKind... known) {
        kinds = Set.of(known);
    }

    @Override
    public MadeImages edit(ImageEditor.Request request, CallContext context) {
        edits.add(request);
        return new MadeImages(script.apply(request, context), report(name));
    }

    @Override
    public int maxVariants(@Nullable String model) {
        requireAble();
        return maxCandidates;
    }

    @Override
    public synchronized MadeImages generate(ImageGenerator.Request request, CallContext context) {
        int first =
                generated.stream().mapToInt(ImageGenerator.Request::variants).sum();
        generated.add(request);
        if (noOriginals != null) {
            throw noOriginals;
        }
        List<EncodedImage> images = IntStream.range(first, first + request.variants())
                .mapToObj(number -> originals.get(number % originals.size()))
                .toList();
        return new MadeImages(images, report(name));
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.PALETTES);
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        if (noPalettes != null) {
            throw noPalettes;
        }
        List<Palette> palettes = IntStream.range(0, count)
                .mapToObj(i -> new Palette(theme + " " + i, "", List.of("#10203" + i, "#f0e0d0")))
                .toList();
        return new Answered<>(palettes, REPORT);
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        throw new ProviderFailure.InvalidRequest("Not scripted");
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        throw new ProviderFailure.InvalidRequest("Not scripted");
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        throw new ProviderFailure.InvalidRequest("Not scripted");
    }

    @Override
    public Cost estimate() {
        return estimate;
    }

    @Override
    public Cost estimate(ImageEditor.Request request) {
        return Objects.requireNonNullElse(editing, estimate);
    }

    @Override
    public Cost estimate(ImageGenerator.Request request) {
        return estimate;
    }

    @Override
    public Optional<Resumption> resumption() {
        return resumption;
    }

    private void requireAble() {
        unable.ifPresent(why -> {
            throw why;
        });
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        requireAble();
        return new Capabilities(
                kinds, mask, 1, obeysStrength, obeysSeeds, maxCandidates, canvas, true, CostBasis.REPORTED);
    }

    @Override
    public String description() {
        return "Does as it is told.";
    }

    @Override
    public Optional<ImageEditor> editor() {
        return Optional.of(this);
    }

    @Override
    public Optional<ImageGenerator> generator() {
        return Optional.of(this);
    }

    @Override
    public Optional<PromptWriter> writer() {
        return Optional.of(this);
    }
}
