package dev.pentimento.testkit.wire;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The suites for the other roles bite. */
class OtherSuitesBiteTest extends BitingSuites {
    private static final Map<Flaw, String> IN_EVERY_ROLE = Map.ofEntries(
            Map.entry(Flaw.POSTS_TWICE, "callIsOneOrder"),
            Map.entry(Flaw.TRIES_AGAIN, "refusedCallIsOneOrder"),
            Map.entry(Flaw.TRIES_LOST_CALLS_AGAIN, "lostAnswerIsOneOrderOfUnknownOutcome"),
            Map.entry(Flaw.FOLLOWS_REDIRECTS, "nobodyIsFollowedToAnotherHost"),
            Map.entry(Flaw.REPORTS_NO_COST, "nothingIsReportedAsFree"),
            Map.entry(Flaw.FORGETS_THE_USAGE, "whatTheVendorCountsIsReportedAtItsPrice"),
            Map.entry(Flaw.GUESSES_A_PRICE, "withoutAPriceTheCostIsUnknown"),
            Map.entry(Flaw.QUOTES_THE_KEY, "keyIsHidden"),
            Map.entry(Flaw.DESCRIBES_THE_KEY, "keyIsHidden"),
            Map.entry(Flaw.LOGS_THE_KEY, "callIsOneOrder"),
            Map.entry(Flaw.IGNORES_CANCEL, "canceledCallClosesItsConnectionWithinASecond"),
            Map.entry(Flaw.SENDS_CANCELED_CALLS, "callCanceledBeforehandIsNotSent"),
            Map.entry(Flaw.CALLS_EVERYTHING_UNAVAILABLE, "pageOfAGatewaySaysNothingAboutTheBill"),
            Map.entry(Flaw.THROWS_EVIDENCE_AWAY, "paidAnswerOfNoUseIsKept"));

    private static final Map<Flaw, String> OF_GENERATORS = Map.of(
            Flaw.FORGETS_THE_BRIEF, "everythingThatWasSaidArrives",
            Flaw.FORGETS_THE_SEED, "seedArrives",
            Flaw.MAKES_ONE, "asManyImagesAsVariants",
            Flaw.TAKES_ANY_NUMBER_OF_VARIANTS, "tooManyVariantsAreRefusedBeforeTheCall",
            Flaw.BELIEVES_CLAIMED_TYPES, "typeOfAResultIsReadFromItsBytes",
            Flaw.PREVIEWS_SOMETHING_ELSE, "previewIsWhatIsSent",
            Flaw.REPLACES_MODELS, "unknownModelIsNeverReplaced",
            Flaw.KNOWS_NO_CATALOGUE, "modelThatIsKnownToBeGoneIsRefusedWithItsSuccessor");

    private static final Map<Flaw, String> OF_CRITICS = Map.of(
            Flaw.DROPS_THE_IMAGE, "imageArrivesWholeAndWithItsType",
            Flaw.MISNAMES_THE_TYPE, "imageArrivesWholeAndWithItsType",
            Flaw.FORGETS_THE_BRIEF, "briefAndEveryQuestionArrive",
            Flaw.SAYS_YES_FOR_THE_VENDOR, "checkThatTheVendorForgetsIsUnsureAndOneThatItInventsIsLeftOut",
            Flaw.SWAPS_THE_IMAGES, "imagesArriveInTheirOrderAndTheBetterOneIsNamed",
            Flaw.GUESSES_AT_GARBAGE, "paidAnswerOfNoUseIsKept",
            Flaw.REPLACES_MODELS, "unknownModelIsNeverReplaced",
            Flaw.KNOWS_NO_CATALOGUE, "modelThatIsKnownToBeGoneIsRefusedWithItsSuccessor");

    private static final Map<Flaw, String> OF_WRITERS = Map.of(
            Flaw.FORGETS_THE_BRIEF, "palettesAreWrittenForTheTheme",
            Flaw.GUESSES_AT_GARBAGE, "paidAnswerOfNoUseIsKept",
            Flaw.TAKES_ANY_TASK, "undeclaredTaskIsRefusedBeforeTheCall");

    @Override
    Stream<Arguments> controls() {
        return Stream.of(
                        controls(FlawedTeapots.Generators.class, OF_GENERATORS),
                        controls(FlawedTeapots.Critics.class, OF_CRITICS),
                        controls(FlawedTeapots.Writers.class, OF_WRITERS))
                .flatMap(controls -> controls);
    }

    private static Stream<Arguments> controls(Class<? extends WireContract> suite, Map<Flaw, String> own) {
        Map<Flaw, String> all = new TreeMap<>(IN_EVERY_ROLE);
        all.putAll(own);
        return all.entrySet().stream().map(control -> arguments(suite, control.getKey(), control.getValue()));
    }
}
