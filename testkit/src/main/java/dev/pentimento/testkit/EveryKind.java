package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.aJobId;
import static dev.pentimento.testkit.Fixtures.aReport;
import static dev.pentimento.testkit.Fixtures.aVersionId;
import static dev.pentimento.testkit.Fixtures.anImage;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.Work.AskQuestion;
import dev.pentimento.domain.job.Work.GenerateOriginals;
import dev.pentimento.domain.job.Work.RefineVersion;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.domain.refinement.Refinement.SubjectRepair;
import dev.pentimento.domain.refinement.Refinement.TextRepair;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** At least one of every alternative the domain knows, with unhandy values in it. */
public final class EveryKind {
    private static final Instruction INSTRUCTION = new Instruction("say \"\u4f60\u597d\" \\ {}\nand \ud83e\udd8a");

    private EveryKind() {}

    /** Moments of every precision. */
    public static Stream<Instant> moments() {
        return Stream.of(
                Fixtures.NOW,
                Instant.EPOCH,
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.parse("2026-11-20T10:15:00Z"),
                Instant.parse("2026-11-20T10:15:30.100Z"),
                Instant.MIN,
                Instant.MAX);
    }

    public static Stream<Origin> origins() {
        Palette palette = new Palette("Dusk", "", List.of("#102030", "#AABBCC"));
        return Stream.of(
                new Origin.Imported("a b/\u00e4\"'.png", anImage()),
                new Origin.Imported(
                        "a.png", anImage(), SourceUrl.of(URI.create("https://\u00e4.example:8443/b%20c/a.png")), true),
                new Origin.Generated(aJobId()),
                new Origin.Refined(aJobId()),
                new Origin.MaskedRefined(aJobId(), new MaskCheck(0, 5_000_000_000L, 4_999_999_999L)),
                new Origin.Recolored(aJobId(), palette));
    }

    public static Stream<Work> works() {
        Stream<Work> refinements = refinements().map(EveryKind::toRefine);
        Stream<Work> knobs = knobs().map(EveryKind::toRefine);
        Stream<Work> generations = Stream.of(
                Fixtures.aGeneration(), new GenerateOriginals(INSTRUCTION, new ImageSize(1, 16_384), 10, 7, -1L));
        return Stream.of(refinements, knobs, generations).flatMap(works -> works);
    }

    /** Work that makes no images; it is part of no history that travels. */
    public static Stream<Work> questions() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(
                        new AskQuestion(topic, INSTRUCTION.text(), anImage().digest()),
                        new AskQuestion(topic, "", null)));
    }

    public static Stream<Reply> replies() {
        return Stream.of(
                new Reply.Written(INSTRUCTION.text()),
                new Reply.Mended(new RefinedPrompt("", List.of(), RefinedPrompt.Strategy.RESAMPLE)),
                new Reply.Mended(new RefinedPrompt(
                        INSTRUCTION.text(), List.of("a", INSTRUCTION.text()), RefinedPrompt.Strategy.EDIT_IMAGE)),
                new Reply.Judged(new Evaluation(List.of(), Map.of(), List.of(), List.of(), "")),
                new Reply.Judged(new Evaluation(
                        List.of(new Answer("c1", Answer.Verdict.UNSURE, 1.0 / 3, INSTRUCTION.text())),
                        Map.of(Criterion.AESTHETICS, 7.5, Criterion.TEXT_RENDERING, 0.0),
                        List.of(new Issue(
                                "anatomy",
                                Issue.Severity.CRITICAL,
                                INSTRUCTION.text(),
                                List.of("c1"),
                                new Issue.Box(0, 0.5, 1.0 / 3, 0.5))),
                        List.of("Add light"),
                        INSTRUCTION.text())));
    }

    public static Stream<Refinement> refinements() {
        MaskSpec mask = new MaskSpec(shapes().toList(), 12);
        return Stream.of(
                new PromptRefinement(INSTRUCTION, null),
                new SubjectRepair(INSTRUCTION, null),
                new TextRepair(INSTRUCTION, null),
                new PromptRefinement(INSTRUCTION, mask),
                new SubjectRepair(INSTRUCTION, mask),
                new TextRepair(INSTRUCTION, MaskSpec.of(new MaskShape.Rectangle(0, 0, 1, 1))));
    }

    public static Stream<MaskShape> shapes() {
        Point odd = new Point(1.0 / 3, 0.1 + 0.2);
        return Stream.of(
                new MaskShape.Rectangle(0.1, 0, 0.2, Double.MIN_VALUE),
                new MaskShape.Circle(odd, 0.25),
                new MaskShape.Polygon(List.of(odd, new Point(0, 1), new Point(1, 0))),
                new MaskShape.BrushStroke(List.of(odd, new Point(0.5, 0.5)), 1e-9),
                new MaskShape.Painted(anImage().digest()));
    }

    public static Stream<Knobs> knobs() {
        return Stream.of(
                Knobs.DEFAULT,
                new Knobs(
                        new Strength(0),
                        Creativity.LITERAL,
                        EnumSet.allOf(PreserveAspect.class),
                        Knobs.MAX_CANDIDATES,
                        Long.MAX_VALUE,
                        true),
                new Knobs(new Strength(1.0 / 3), Creativity.INVENTIVE, EnumSet.of(PreserveAspect.COLORS), 1, 0L));
    }

    /** States of every status, with every failure code and every kind of cost. */
    public static Stream<JobState> states() {
        Stream<JobState> simple = Stream.of(
                new JobState.Pending(),
                new JobState.Processing(),
                new JobState.Canceled(),
                new JobState.Completed(List.of(), aReport()));
        Stream<JobState> completed = costs().map(EveryKind::completed);
        Stream<JobState> failed =
                Arrays.stream(FailureCode.values()).map(code -> new JobState.Failed(code, "It is \u2026 broken\n"));
        return Stream.of(simple, completed, failed).flatMap(states -> states);
    }

    /** States of every status of a provider call, with every kind of billing. */
    public static Stream<CallState> callStates() {
        RemoteHandle handle =
                new RemoteHandle("req \"1\"", Map.of("b", "https://a.example/?x=1&y", "a", "", "\u00e4", "\n"));
        Stream<CallState> simple = Stream.of(
                new CallState.Planned(),
                new CallState.Sending(),
                new CallState.Accepted(handle),
                new CallState.Accepted(new RemoteHandle("1", Map.of())),
                new CallState.OutcomeUnknown("It is \u2026 gone\n"));
        Stream<CallState> delivered = costs().map(EveryKind::delivery)
                .flatMap(delivery -> Stream.of(new CallState.ResultStored(delivery), new CallState.Done(delivery)));
        Stream<CallState> failed = Arrays.stream(Billing.values())
                .map(billing -> new CallState.Failed(FailureCode.UNINTELLIGIBLE, "", billing, Cost.unknown()));
        return Stream.of(simple, delivered, failed).flatMap(states -> states);
    }

    public static Stream<Cost> costs() {
        return Stream.of(Cost.free(), Cost.reported(40_000), Cost.estimated(Long.MAX_VALUE), Cost.unknown());
    }

    public static Stream<ProviderChoice> providers() {
        return Stream.of(
                ProviderChoice.ANY,
                new ProviderChoice("local", null),
                new ProviderChoice(null, "engine-1"),
                new ProviderChoice("openai", "gpt-image-2.5"));
    }

    private static Work toRefine(Refinement refinement) {
        Brief brief = new Brief(
                "a fox", "Fox & Pine", "", new ArtDirection(List.of("flat"), "hikers", "rest", "a sleeping fox"));
        return new RefineVersion(aVersionId(), List.of(aVersionId(), aVersionId()), refinement, Knobs.DEFAULT, brief);
    }

    private static Work toRefine(Knobs knobs) {
        return new RefineVersion(aVersionId(), List.of(), new PromptRefinement(INSTRUCTION, null), knobs, Brief.EMPTY);
    }

    private static JobState completed(Cost cost) {
        return new JobState.Completed(List.of(aVersionId(), aVersionId()), report(cost));
    }

    private static Delivery delivery(Cost cost) {
        return new Delivery(List.of(anImage().digest(), anImage().digest()), report(cost));
    }

    /** Every wish, and every way to meet one. */
    public static Stream<Treatment> treatments() {
        return Stream.concat(
                Arrays.stream(Wish.values()).map(wish -> new Treatment(wish, Means.NATIVE, "")),
                Arrays.stream(Means.values()).map(means -> new Treatment(Wish.MASK, means, "is \"told\"")));
    }

    private static ProviderReport report(Cost cost) {
        return new ProviderReport(
                "fal",
                "",
                "make it \"warm\"",
                List.of("please", ""),
                cost,
                new Usage(Map.of(PriceUnit.IMAGE, 1L, PriceUnit.BILLABLE_MILLIUNIT, 1500L)),
                "req-1",
                true,
                treatments().toList());
    }
}
