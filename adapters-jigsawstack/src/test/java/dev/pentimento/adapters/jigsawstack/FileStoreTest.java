package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.testkit.TestCallContext;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Good;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put into the store is taken out again. */
class FileStoreTest {
    private final Trial trial = new Trial();

    @BeforeEach
    void deliver() {
        trial.images.deliver(Good.Images.of(Trial.BASE), Account.NONE);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void imageIsDeletedAfterTheEdit() {
        trial.edit();

        assertThat(deletedInTheEnd()).isEqualTo(uploaded()).hasSize(1);
        assertThat(trial.images.received())
                .extracting(request -> request.getMethod().getName())
                .containsExactly("POST", "POST", "DELETE");
    }

    @Test
    void imageIsDeletedAfterAFailure() {
        trial.images.breakDown("broken");

        assertThatThrownBy(trial::edit).isInstanceOf(ProviderFailure.OutcomeUnknown.class);

        assertThat(deletedInTheEnd()).isEqualTo(uploaded()).hasSize(1);
    }

    @Test
    void imageIsDeletedAfterACancellation() {
        trial.images.fallSilent();
        TestCallContext context = TestCallContext.calm();
        CompletableFuture<?> call = CompletableFuture.runAsync(() -> trial.edit(context));
        trial.images.awaitOrders(1);

        context.cancel();

        assertThatThrownBy(call::join).hasCauseInstanceOf(ProviderFailure.Canceled.class);
        assertThat(deletedInTheEnd()).isEqualTo(uploaded()).hasSize(1);
    }

    @Test
    void uploadThatMayHaveComeThroughIsDeletedToo() {
        trial.images
                .server()
                .stubFor(post(urlPathEqualTo("/v1/store/file"))
                        .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatThrownBy(trial::edit).isInstanceOf(ProviderFailure.Unavailable.class);

        assertThat(deletedInTheEnd()).isEqualTo(uploaded()).hasSize(1);
        assertThat(trial.images.orders()).isEmpty();
    }

    @Test
    void storeMayGiveANameOfItsOwn() {
        trial.images
                .server()
                .stubFor(post(urlPathEqualTo("/v1/store/file"))
                        .willReturn(okJson("{\"key\":\"their own.png\",\"size\":7}")));
        trial.imagesAnswer(aResponse().withBody(Trial.BASE.bytes()));

        trial.edit();

        assertThat(deletedInTheEnd()).containsExactly("their%20own.png");
    }

    @Test
    void editDoesNotFailForWantOfTidiness() {
        trial.images
                .server()
                .stubFor(delete(urlPathMatching(".*")).willReturn(aResponse().withStatus(500)));

        assertThat(trial.edit().images()).containsExactly(Trial.BASE);
    }

    @Test
    void namesAreDifferentAndSayNothing() {
        trial.edit();
        trial.edit();

        assertThat(uploaded()).doesNotHaveDuplicates().allMatch(name -> name.matches("pentimento-[0-9a-f-]{36}\\.png"));
    }

    @Test
    void generationStoresNothing() {
        trial.images
                .server()
                .stubFor(any(urlPathMatching("/v1/store/.*"))
                        .willReturn(aResponse().withStatus(500)));

        trial.imaging()
                .generator()
                .orElseThrow()
                .generate(
                        new ImageGenerator.Request(
                                new Instruction("a fox"), Brief.EMPTY, new ImageSize(100, 4000), 1, null, null),
                        TestCallContext.calm());

        assertThat(trial.images.uploads()).isEmpty();
        assertThat(Json.read(trial.images.received().get(0).getBody()).orElseThrow())
                .hasToString(
                        "{\"prompt\":\"a fox\",\"width\":256,\"height\":1920,\"output_format\":\"png\",\"return_type\":\"binary\"}");
    }

    private List<String> uploaded() {
        return trial.images.uploads().stream()
                .map(upload -> upload.queryParameter("key").firstValue())
                .toList();
    }

    /** Closing waits for what is under way. */
    private List<String> deletedInTheEnd() {
        trial.imaging().close();
        return trial.images.deleted();
    }
}
