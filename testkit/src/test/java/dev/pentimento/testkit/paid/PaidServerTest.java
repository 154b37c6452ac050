package dev.pentimento.testkit.paid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaidServerTest {
    private final PaidTrial trial = PaidTrial.onTheLine();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void scriptsAreUsedInTheirOrderAndThenItPaints() {
        trial.server().next(Answer.overloaded(), Answer.moderated());

        assertThatThrownBy(this::edit).isInstanceOf(ProviderFailure.Unavailable.class);
        assertThatThrownBy(this::edit).isInstanceOf(ProviderFailure.Refused.class);
        edit();

        assertThat(trial.billing().requests()).extracting(BilledRequest::billed).containsExactly(false, false, true);
    }

    @Test
    void scriptsForAPromptWaitForIt() {
        trial.server().nextFor("purple", Answer.moderated()).nextFor("mug", Answer.overloaded());

        assertThatThrownBy(this::edit).isInstanceOf(ProviderFailure.Unavailable.class);
        edit();
    }

    @Test
    void otherwiseHoldsForEverythingElse() {
        trial.server().otherwise(Answer.overloaded()).next(Answer.image());

        edit();

        assertThatThrownBy(this::edit).isInstanceOf(ProviderFailure.Unavailable.class);
        assertThatThrownBy(this::edit).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void finishedWorkIsBilledAlsoWhenTheClientHasGone() {
        CountDownLatch gate = new CountDownLatch(1);
        trial.server().next(Answer.image().gate(gate));
        TestCallContext context = TestCallContext.calm();
        CompletableFuture<?> call = trial.beginEdit(context);
        trial.billing().awaitRequests(1);
        context.cancel();
        assertThatThrownBy(call::join).hasCauseInstanceOf(ProviderFailure.Canceled.class);
        assertThat(trial.billing().billed()).isZero();

        gate.countDown();

        trial.billing().awaitBilled(1);
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void everyRequestOfACrowdIsOnTheBillOnce() {
        Crowd.of(16, this::edit);

        assertThat(trial.billing().requests()).hasSize(16).allSatisfy(request -> {
            assertThat(request.billed()).isTrue();
            assertThat(request.prompt()).isEqualTo(PaidTrial.PROMPT);
            assertThat(request.key()).isEqualTo("call-1");
        });
        assertThat(trial.billing().billed("call-1")).isEqualTo(16);
        assertThat(trial.billing().billedByPrompt()).containsOnlyKeys(PaidTrial.PROMPT);
        assertThat(trial.billing().total()).isEqualTo(16 * PaidTrial.PRICE);
    }

    @Test
    void worksForAsLongAsItIsTold() {
        trial.server().next(Answer.image().after(Duration.ofMillis(50)));

        long begin = System.nanoTime();
        edit();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void billCanBeReadByOtherProcesses() throws IOException {
        edit();

        try (InputStream bill = trial.server().url().resolve("/billing").toURL().openStream()) {
            assertThat(new String(bill.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"prompt\":\"" + PaidTrial.PROMPT + "\"", "\"micro_usd\":40000");
        }
    }

    @Test
    void answersCanBeForcedOntoTheBillAndOffIt() {
        trial.server().next(Answer.status(500).billed(), Answer.image().unbilled());

        assertThatThrownBy(this::edit).isInstanceOf(ProviderFailure.OutcomeUnknown.class);
        edit();

        assertThat(trial.billing().requests())
                .extracting(BilledRequest::microUsd)
                .isEqualTo(List.of(PaidTrial.PRICE, 0L));
    }

    private Object edit() {
        return trial.edit(TestCallContext.calm());
    }
}
