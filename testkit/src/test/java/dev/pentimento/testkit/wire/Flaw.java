package dev.pentimento.testkit.wire;

/** What is wrong with a teapot adapter, and the test of the suite for editors that has to notice; empty = editors cannot have it. */
enum Flaw {
    NONE(""),
    TAKES_ANY_NUMBER_OF_VARIANTS(""),
    TAKES_ANY_TASK(""),
    GUESSES_AT_GARBAGE(""),
    SAYS_YES_FOR_THE_VENDOR(""),
    SWAPS_THE_IMAGES(""),
    DROPS_THE_IMAGE("imageArrivesWholeAndWithItsType"),
    MISNAMES_THE_TYPE("imageArrivesWholeAndWithItsType"),
    INVERTS_THE_MASK("maskArrivesTheRightWayRoundAndInItsOwnPlace"),
    SWAPS_IMAGE_AND_MASK("maskArrivesTheRightWayRoundAndInItsOwnPlace"),
    SENDS_REFERENCES_FIRST("referencesFollowTheBaseInTheirOrder"),
    FORGETS_THE_BRIEF("everythingThatWasSaidArrives"),
    TURNS_STRENGTH_ROUND("strengthArrivesAndMeansTheSame"),
    FORGETS_THE_SEED("seedArrives"),
    MAKES_ONE("asManyImagesAsCandidates"),
    BELIEVES_CLAIMED_TYPES("typeOfAResultIsReadFromItsBytes"),
    POSTS_TWICE("callIsOneOrder"),
    TRIES_AGAIN("refusedCallIsOneOrder"),
    TRIES_LOST_CALLS_AGAIN("lostAnswerIsOneOrderOfUnknownOutcome"),
    FOLLOWS_REDIRECTS("nobodyIsFollowedToAnotherHost"),
    KEEPS_CONNECTIONS("callIsOneOrder"),
    REPORTS_NO_COST("nothingIsReportedAsFree"),
    FORGETS_THE_USAGE("whatTheVendorCountsIsReportedAtItsPrice"),
    GUESSES_A_PRICE("withoutAPriceTheCostIsUnknown"),
    QUOTES_THE_KEY("keyIsHidden"),
    DESCRIBES_THE_KEY("keyIsHidden"),
    LOGS_THE_KEY("callIsOneOrder"),
    IGNORES_CANCEL("canceledCallClosesItsConnectionWithinASecond"),
    SENDS_CANCELED_CALLS("callCanceledBeforehandIsNotSent"),
    IGNORES_THE_DEADLINE("callEndsWhenItsTimeIsUp"),
    CALLS_EVERYTHING_UNAVAILABLE("pageOfAGatewaySaysNothingAboutTheBill"),
    CALLS_LOST_ANSWERS_UNSENT("lostAnswerIsOneOrderOfUnknownOutcome"),
    THROWS_EVIDENCE_AWAY("paidAnswerOfNoUseIsKept"),
    WAITS_A_MOMENT("passesOnHowLongToWait"),
    TAKES_POVERTY_FOR_HASTE("emptyAccountIsNoRateLimit"),
    REPLACES_MODELS("unknownModelIsNeverReplaced"),
    KNOWS_NO_CATALOGUE("modelThatIsKnownToBeGoneIsRefusedWithItsSuccessor"),
    TAKES_ANY_NUMBER_OF_REFERENCES("tooManyReferencesAreRefusedBeforeTheCall"),
    TAKES_ANY_KIND("undeclaredKindIsRefusedBeforeTheCall"),
    MIXES_CALLS_UP("severalCallsAtOnceDoNotMixTheirPictures"),
    PREVIEWS_SOMETHING_ELSE("previewIsWhatIsSent");

    private final String noticedBy;

    Flaw(String noticedBy) {
        this.noticedBy = noticedBy;
    }

    String noticedBy() {
        return noticedBy;
    }
}
