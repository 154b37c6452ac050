package dev.pentimento.testkit.wire;

/** What the suites prove of a provider behind a network; the rows of the table that compares providers. */
public enum Promise {
    ONE_ORDER("A call is one order, whatever status the vendor answers with"),
    ONE_ORDER_WHEN_LOST("A call whose answer is lost is one order, of unknown outcome"),
    NO_OLD_CONNECTION("No order goes over a connection that was kept from before"),
    UNREACHABLE("A vendor that cannot be reached got nothing"),
    RATE_LIMIT("Who is asked to wait is told how long"),
    EMPTY_ACCOUNT("An empty account is no rate limit"),
    REJECTED_KEY("A rejected key is told apart, with the setting to look at"),
    INVALID_REQUEST("What the vendor objects to is passed on in its words"),
    RETIRED_MODEL("A model that is gone is told apart"),
    POLICY("What the vendor's policy forbids is a refusal"),
    OVERLOAD("A vendor that is busy, and does not bill that, may be asked again"),
    BREAKDOWN("A vendor's own error is of unknown outcome, unless it promises not to bill it"),
    GATEWAY("A page that is not the vendor's own says nothing about the bill"),
    GARBAGE("A paid answer that is no use is kept as evidence"),
    DEADLINE("A call ends when its time is up"),
    CANCEL("A cancelled call closes its connection within a second"),
    CANCELED_BEFORE("A call that was cancelled before it began is not sent"),
    HIDDEN_KEY("The key shows up in no failure, log or description"),
    KEY_AT_HOME("Nothing is sent on to other hosts, least of all the key"),
    USAGE("What the vendor counts is reported, at its price"),
    HONEST_COST("What is not known to cost nothing is never reported as 0"),
    UNKNOWN_PRICE("Without a price the cost is unknown"),
    REQUEST_ID("The id under which the vendor finds the request is reported"),
    REPORT("The report names provider, model and the words that were sent"),
    SEVERAL_AT_ONCE("Several calls at once do not meddle with each other"),
    UNKNOWN_MODEL("An unknown model is refused or asked for by its name, never replaced"),
    CATALOGUE("A model that the catalogue knows to be gone is refused before the call"),
    PREVIEW("What would be sent can be seen without sending it"),

    INPUT_IMAGE("The image arrives whole and with its right media type"),
    REFERENCES("References follow the base in their order"),
    MASK("The mask arrives with the base's size, the right way round, and in its own place"),
    UNMASKED("No mask arrives that nobody asked for"),
    WORDS("Instruction, brief and what to preserve arrive"),
    SEED("The seed arrives"),
    STRENGTH("The strength arrives and means the same: 0 keeps, 1 is free"),
    COUNT("As many images as asked for arrive and come back"),
    REAL_MEDIA_TYPE("The type of a result is read from its bytes"),
    UNDECLARED_KIND("A kind of refinement that is not declared is refused before the call"),
    TOO_MANY_REFERENCES("More references than declared are refused before the call"),
    TOO_MANY_CANDIDATES("More candidates than declared are refused before the call"),
    RESUMPTION("An accepted call is told before it is waited for, and can be taken up again without a second order"),

    QUESTIONS("The brief and every question arrive"),
    EVERY_CHECK("Every check is answered once, and no other"),
    COMPARISON("Two images arrive in their order, and the better one is named"),

    PALETTES("Palettes are written for the theme"),
    CHECKLIST("Checklists are written for the scene"),
    PROMPT("Prompts are written for the scene"),
    REFINEMENT("Prompts are mended where the image fell short"),
    UNDECLARED_TASK("A task that is not declared is refused before the call");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }
}
