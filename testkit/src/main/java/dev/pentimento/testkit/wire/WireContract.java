package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Resumption;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.TestCallContext;
import dev.pentimento.testkit.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every provider behind a network promises, whatever its role. Extend the suite for a role: {@link ImageEditorWireContract},
 * {@link ImageGeneratorWireContract}, {@link ImageCriticWireContract} or {@link PromptWriterWireContract}.
 *
 * <p>What a vendor cannot show, its script declares; the tests of it are aborted with the reason, which the report repeats.
 */
@Timeout(120)
@ExtendWith(Findings.class)
public abstract class WireContract {
    /** Presented to the vendor, and to be seen nowhere else. */
    static final String KEY = "sk-wire-8c2f-very-secret";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Enough for an order to get to the vendor. */
    private static final Duration HURRY = Duration.ofSeconds(2);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String PAGE = "<html>\r\n<h1>Sorry</h1>\r\n%s</html>".formatted(KEY);
    private static final LocalDate TODAY = LocalDate.ofInstant(Fixtures.NOW, ZoneOffset.UTC);

    private @Nullable Stand stand;

    /** The stand-in for the vendor, in this role; new for every test. */
    protected abstract ProviderScript script();

    /** What the vendor in good health answers to an ordinary call. */
    abstract Good ordinary();

    /** An ordinary call that orders one thing. */
    abstract ProviderReport call(Provider provider, @Nullable String model, CallContext context);

    abstract Cost estimate(Provider provider);

    /** What plays the role. */
    abstract Object role(Provider provider);

    /** Whether a call may name a model. */
    boolean namesModels() {
        return true;
    }

    @BeforeEach
    void open() {
        stand = new Stand(script());
        vendor().deliver(ordinary(), Account.NONE);
    }

    /** Whatever a test was about: no connection is left open, and nothing was said about the key. */
    @AfterEach
    void nothingIsLeftBehind() {
        stand().close(PATIENCE);
    }

    private Stand stand() {
        return Objects.requireNonNull(stand, "a test begins with a stand");
    }

    final ProviderScript vendor() {
        return stand().vendor();
    }

    final Line line() {
        return stand().line();
    }

    final Provider provider() {
        return stand().provider();
    }

    final Optional<String> difference(Promise promise) {
        return Optional.ofNullable(vendor().differences().get(promise));
    }

    /** As the configuration calls it; empty before a test began. */
    final String providerName() {
        return stand == null ? "" : vendor().factory().name();
    }

    /** The name of this suite, such as {@code ImageEditor}. */
    final String suite() {
        Class<?> type = getClass();
        while (!type.getPackageName().equals(WireContract.class.getPackageName())) {
            type = type.getSuperclass();
        }
        return type.getSimpleName().replace("WireContract", "");
    }

    final ProviderReport call() {
        return call(provider(), null, TestCallContext.calm());
    }

    /** The only order so far. */
    final Order order() {
        assertThat(vendor().orders()).as("orders").hasSize(1);
        return vendor().orders().get(0);
    }

    final <T extends ProviderFailure> T failure(Class<T> kind) {
        return failure(kind, TestCallContext.calm());
    }

    final <T extends ProviderFailure> T failure(Class<T> kind, CallContext context) {
        return failure(kind, () -> call(provider(), null, context));
    }

    static <T extends ProviderFailure> T failure(Class<T> kind, Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        assertThat(thrown).isInstanceOf(kind);
        Hidden.keyIsHiddenIn(thrown);
        return kind.cast(thrown);
    }

    /** The call is refused in vain: nobody was asked. */
    final <T extends ProviderFailure> T refusal(Class<T> kind, Runnable call) {
        T refusal = failure(kind, call);
        assertThat(line().connections()).as("connections").isZero();
        return refusal;
    }

    @Test
    @Proves(Promise.ONE_ORDER)
    void callIsOneOrder() {
        call();

        assertThat(vendor().orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    @Proves(Promise.ONE_ORDER)
    void refusedCallIsOneOrder(int status) {
        vendor().page(status, Map.of("Retry-After", "0"), PAGE);

        failure(ProviderFailure.class);

        assertThat(vendor().orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Proves(Promise.KEY_AT_HOME)
    void nobodyIsFollowedToAnotherHost(int status) {
        try (WebServer elsewhere = WebServer.open()) {
            vendor().page(status, Map.of("Location", elsewhere.at("/").toString()), PAGE);

            failure(ProviderFailure.class);

            assertThat(vendor().orders()).hasSize(1);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Proves(Promise.ONE_ORDER_WHEN_LOST)
    void lostAnswerIsOneOrderOfUnknownOutcome(Lost how) {
        vendor().lose(how);

        failure(ProviderFailure.OutcomeUnknown.class);

        assertThat(vendor().orders()).hasSize(1);
    }

    @Test
    @Proves(Promise.NO_OLD_CONNECTION)
    void secondCallIsOneOrderThoughOldConnectionsAreDead() {
        call();
        line().hangUpOnReuse();

        call();

        assertThat(vendor().orders()).hasSize(2);
    }

    @Test
    @Proves(Promise.UNREACHABLE)
    void nobodyListensSoNothingWasSent() {
        line().close();

        failure(ProviderFailure.NotSent.class);
    }

    @Test
    @Proves(Promise.RATE_LIMIT)
    void passesOnHowLongToWait() {
        Duration wait = ((ProviderFailure.RateLimited) complained(Complaint.RATE_LIMIT)).retryAfter();

        // where the vendor names a moment, some of the time is over
        assertThat(wait).isLessThanOrEqualTo(Complaint.WAIT).isGreaterThan(Complaint.WAIT.minusSeconds(5));
    }

    @Test
    @Proves(Promise.EMPTY_ACCOUNT)
    void emptyAccountIsNoRateLimit() {
        complained(Complaint.EMPTY_ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_KEY", "FORBIDDEN_KEY"})
    @Proves(Promise.REJECTED_KEY)
    void rejectedKeyNamesWhatToCheck(Complaint complaint) {
        assertThat(complained(complaint).getMessage()).containsPattern("_KEY|api-key");
    }

    @Test
    @Proves(Promise.INVALID_REQUEST)
    void objectionIsPassedOnInTheWordsOfTheVendor() {
        assertThat(complained(Complaint.INVALID_REQUEST)).hasMessageContaining("No teapots today");
    }

    @Test
    @Proves(Promise.RETIRED_MODEL)
    void retiredModelIsToldApart() {
        complained(Complaint.RETIRED_MODEL);
    }

    @Test
    @Proves(Promise.POLICY)
    void whatThePolicyForbidsIsARefusal() {
        complained(Complaint.POLICY);
    }

    @Test
    @Proves(Promise.OVERLOAD)
    void busyVendorThatDoesNotBillMayBeAskedAgain() {
        complained(Complaint.OVERLOAD);
    }

    private ProviderFailure complained(Complaint complaint) {
        vendor().complain(complaint, complaint.words(KEY));

        ProviderFailure failure = failure(complaint.kind());

        assertThat(vendor().orders()).hasSize(1);
        return failure;
    }

    @Test
    @Proves(Promise.BREAKDOWN)
    void errorOfTheVendorItselfIsWhatItDocuments() {
        vendor().breakDown("Broken, said about " + KEY);

        failure(vendor().breakdown());

        assertThat(vendor().breakdown()).isIn(ProviderFailure.OutcomeUnknown.class, ProviderFailure.Unavailable.class);
        assertThat(vendor().orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 520, 522, 524})
    @Proves(Promise.GATEWAY)
    void pageOfAGatewaySaysNothingAboutTheBill(int status) {
        vendor().page(status, Map.of("Content-Type", "text/html"), PAGE);

        assertThat(failure(ProviderFailure.OutcomeUnknown.class)).hasMessageContaining(Integer.toString(status));
    }

    @Test
    @Proves(Promise.GARBAGE)
    void paidAnswerOfNoUseIsKept() {
        vendor().garble("<html>Please log in</html>");

        ProviderFailure.Unintelligible failure = failure(ProviderFailure.Unintelligible.class);

        assertThat(new String(failure.answer(), StandardCharsets.UTF_8)).contains("Please log in");
        assertThat(failure.cost().microUsd().orElse(1)).isPositive();
    }

    @Test
    @Proves(Promise.DEADLINE)
    void callEndsWhenItsTimeIsUp() {
        call();
        vendor().fallSilent();

        CompletableFuture<?> end = begin(
                ProviderFailure.OutcomeUnknown.class,
                TestCallContext.withDeadline(Instant.now().plus(HURRY)));

        assertThat(end).succeedsWithin(HURRY.plus(PATIENCE));
        assertThat(line().openAfter(PATIENCE)).isZero();
        assertThat(vendor().orders()).hasSize(2);
    }

    @Test
    @Proves(Promise.CANCEL)
    void canceledCallClosesItsConnectionWithinASecond() {
        vendor().fallSilent();
        TestCallContext context = TestCallContext.calm();
        CompletableFuture<?> end = begin(ProviderFailure.Canceled.class, context);
        vendor().awaitOrders(1);

        context.cancel();

        assertThat(line().openAfter(AT_ONCE)).as("open connections").isZero();
        assertThat(end).succeedsWithin(PATIENCE);
        assertThat(vendor().orders()).hasSize(1);
    }

    private CompletableFuture<?> begin(Class<? extends ProviderFailure> end, CallContext context) {
        return CompletableFuture.supplyAsync(() -> failure(end, context));
    }

    @Test
    @Proves(Promise.CANCELED_BEFORE)
    void callCanceledBeforehandIsNotSent() {
        refusal(ProviderFailure.Canceled.class, () -> call(provider(), null, TestCallContext.canceled()));
    }

    @Test
    @Proves(Promise.HIDDEN_KEY)
    void keyIsHidden() {
        ProviderReport report = call();
        Stream.of(report, provider(), provider().description(), role(provider()), vendor().factory())
                .forEach(Hidden::keyIsHiddenIn);

        vendor().page(500, Map.of("X-Echo", KEY, "Content-Type", "application/json"), "{\"error\":\"" + KEY + "\"}");

        failure(ProviderFailure.class);
    }

    @Test
    @Proves(Promise.USAGE)
    void whatTheVendorCountsIsReportedAtItsPrice() {
        vendor().deliver(ordinary(), new Account(vendor().usage(), ""));

        ProviderReport report = call();

        assertThat(report.usage().amounts())
                .containsAllEntriesOf(vendor().usage().amounts());
        assertThat(report.cost()).isEqualTo(facts(report).prices().reported(report.usage()));
        assertThat(report.cost().basis()).isEqualTo(CostBasis.REPORTED);
    }

    private ModelFacts facts(ProviderReport report) {
        return vendor().models().stream()
                .filter(model -> model.id().equals(report.model()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The catalogue knows no model " + report.model()));
    }

    @Test
    @Proves(Promise.HONEST_COST)
    void nothingIsReportedAsFree() {
        assertThat(call().cost().microUsd().orElse(1)).isPositive();
        assertThat(estimate(provider()).microUsd().orElse(1)).isPositive();
    }

    @Test
    @Proves(Promise.UNKNOWN_PRICE)
    void withoutAPriceTheCostIsUnknown() {
        vendor().deliver(ordinary(), new Account(vendor().usage(), ""));
        List<ModelFacts> unpriced =
                vendor().models().stream().map(WireContract::unpriced).toList();

        try (Provider penniless = stand().provider(unpriced)) {
            assertThat(call(penniless, null, TestCallContext.calm()).cost()).isEqualTo(Cost.unknown());
            assertThat(estimate(penniless)).isEqualTo(Cost.unknown());
        }
    }

    private static ModelFacts unpriced(ModelFacts model) {
        return new ModelFacts(
                model.id(),
                PriceList.UNKNOWN,
                model.traits(),
                model.shutdown(),
                model.successor(),
                model.source(),
                model.checked());
    }

    @Test
    @Proves(Promise.REQUEST_ID)
    void idOfTheRequestIsReported() {
        vendor().deliver(ordinary(), new Account(vendor().usage(), "req-wire-1"));

        assertThat(call().requestId()).isEqualTo("req-wire-1");
    }

    @Test
    @Proves(Promise.REPORT)
    void reportNamesWhoWasAskedWhat() {
        ProviderReport report = call();

        assertThat(report.provider()).isEqualTo(vendor().factory().name());
        assertThat(report.model()).isNotBlank();
        assertThat(report.promptSent()).isNotBlank();
        assertThat(order().words()).contains(report.promptSent());
    }

    @Test
    @Proves(Promise.SEVERAL_AT_ONCE)
    void severalCallsAtOnceAreAllAnswered() {
        List<ProviderReport> reports = Crowd.of(4, this::call);

        assertThat(reports).hasSize(4);
        assertThat(vendor().orders()).hasSize(4);
    }

    @Test
    @Proves(Promise.UNKNOWN_MODEL)
    void unknownModelIsNeverReplaced() {
        requireModels();
        String model = "no-such-model-7";
        Throwable refusal = catchThrowable(() -> call(provider(), model, TestCallContext.calm()));

        if (refusal == null) {
            assertThat(order().model()).isEqualTo(model);
            return;
        }
        assertThat(refusal)
                .isInstanceOfAny(ProviderFailure.InvalidRequest.class, ProviderFailure.ModelRetired.class)
                .hasMessageContaining(model);
        assertThat(line().connections()).isZero();
    }

    @Test
    @Proves(Promise.CATALOGUE)
    void modelThatIsKnownToBeGoneIsRefusedWithItsSuccessor() {
        requireModels();
        ModelFacts gone =
                new ModelFacts("gone-1", PriceList.UNKNOWN, Map.of(), TODAY.minusDays(1), "alive-2", "a test", TODAY);

        try (Provider informed = stand().provider(Stream.concat(vendor().models().stream(), Stream.of(gone))
                .toList())) {
            ProviderFailure.ModelRetired refusal =
                    refusal(ProviderFailure.ModelRetired.class, () -> call(informed, "gone-1", TestCallContext.calm()));

            assertThat(refusal).hasMessageContaining("alive-2");
        }
    }

    private void requireModels() {
        declaredUnless(namesModels(), "calls of this role name no model");
    }

    /** Stops a test of what the provider does not claim to do. */
    static void declaredUnless(boolean able, String why) {
        if (!able) {
            Findings.stop(why);
        }
    }

    final void resumed(Optional<Resumption> resumption, Function<CallContext, MadeImages> call) {
        declaredUnless(resumption.isPresent(), "it cannot take calls up again");
        TestCallContext context = TestCallContext.calm();
        MadeImages made = call.apply(context);
        assertThat(context.acceptedHandles()).hasSize(1);

        MadeImages again =
                resumption.orElseThrow().resume(context.acceptedHandles().get(0), TestCallContext.calm());

        assertThat(again.images()).isEqualTo(made.images());
        assertThat(vendor().orders()).hasSize(1);
    }
}
