package dev.pentimento.adapters.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.pentimento.adapters.langchain4j.Declaration.Ability;
import dev.pentimento.adapters.langchain4j.Declaration.ImageForm;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.ImageEditorContract;
import dev.pentimento.testkit.TestCallContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ImageModelEditorTest extends ImageEditorContract {
    private final ScriptedImageModel model = new ScriptedImageModel();

    @Override
    protected ImageEditor editor() {
        return editor(Models.ALL);
    }

    private ImageEditor editor(Declaration declaration) {
        return Models.provider(model, declaration).editor().orElseThrow();
    }

    @Test
    void theModelGetsImageMaskAndPromptEachInItsPlace() {
        EncodedImage mask = EditorPictures.png(EditorPictures.colorful());

        editor().edit(request(mask), TestCallContext.calm());

        ScriptedImageModel.Asked asked = model.asked.remove();
        assertThat(file(asked.image())).isEqualTo(base());
        assertThat(file(asked.mask())).isEqualTo(mask);
        assertThat(asked.prompt()).contains("make it warmer");
        assertThat(model.asked).isEmpty();
    }

    @Test
    void imagesTravelAsDeclared() {
        Declaration byUri = new Declaration(
                "d", "m", Set.of(Ability.EDIT), MaskForm.NONE, ImageForm.DATA_URI, new Canvas.Any(), Cost.unknown());

        editor(byUri).edit(request(null), TestCallContext.calm());

        Image image = Objects.requireNonNull(model.asked.remove().image());
        assertThat(image.base64Data()).isNull();
        assertThat(image.url().toString()).startsWith("data:image/png;base64,");
    }

    @Test
    void whatIsNotDeclaredIsNotAsked() {
        ImageEditor plain = editor(Models.only(Ability.EDIT));

        assertThatThrownBy(() -> plain.edit(request(base()), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("masks");
        assertThat(Models.provider(model, Models.only(Ability.EDIT)).generator())
                .isEmpty();
        assertThat(Models.provider(model, Models.only(Ability.GENERATE)).editor())
                .isEmpty();
        assertThat(model.asked).isEmpty();
    }

    @Test
    void aPriceThatIsNotDeclaredIsUnknown() {
        MadeImages made = editor(Models.only(Ability.EDIT)).edit(request(null), TestCallContext.calm());

        assertThat(made.report().cost().basis()).isEqualTo(CostBasis.UNKNOWN);
        assertThat(made.report().cost().microUsd()).isEmpty();
    }

    @Test
    void aUrlIsFetchedByTheGuardedSource() {
        EncodedImage remote = EditorPictures.png(EditorPictures.colorful());
        model.answers(
                asked -> Image.builder().url("https://images.example/a.png").build());
        ImageEditor editor = Models.provider(
                        model, Models.ALL, (url, context) -> new ImageFile(url.getHost(), remote.bytes()))
                .editor()
                .orElseThrow();

        assertThat(editor.edit(request(null), TestCallContext.calm()).images()).containsExactly(remote);
    }

    @Test
    void aUrlThatGivesNothingWasPaid() {
        model.answers(
                asked -> Image.builder().url("https://images.example/a.png").build());
        ImageEditor editor = Models.provider(model, Models.ALL, (url, context) -> {
                    throw new FetchFailure(FetchFailure.Reason.UNREACHABLE, "gone");
                })
                .editor()
                .orElseThrow();

        assertThatThrownBy(() -> editor.edit(request(null), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.Unintelligible.class);
    }

    @Test
    void bytesThatAreNoImageWerePaid() {
        model.answers(asked -> Image.builder().base64Data("aGVsbG8=").build());

        ProviderFailure.Unintelligible failure = catchThrowableOfType(
                ProviderFailure.Unintelligible.class, () -> editor().edit(request(null), TestCallContext.calm()));

        assertThat(failure.answer()).asString().isEqualTo("hello");
    }

    @Test
    void callWithoutTimeIsNotMade() {
        assertThatThrownBy(() -> edit(TestCallContext.withDeadline(Instant.now().minusMillis(1))))
                .isInstanceOf(ProviderFailure.NotSent.class);
        assertThat(model.asked).isEmpty();
    }

    @Test
    void whoeverCallsOffWaitsNoLonger() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        model.answers(asked -> hang(begun, interrupted));
        TestCallContext context = TestCallContext.calm();

        CompletableFuture<MadeImages> call = CompletableFuture.supplyAsync(() -> edit(context));
        begun.await();
        context.cancel();

        assertThatThrownBy(call::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ProviderFailure.Canceled.class);
        interrupted.await();
    }

    @Test
    void theDeadlineLeavesTheOutcomeUnknown() {
        model.answers(asked -> hang(new CountDownLatch(1), new CountDownLatch(1)));

        assertThatThrownBy(() -> edit(TestCallContext.withDeadline(Instant.now().plusMillis(50))))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresKeepTheirMeaning(RuntimeException thrown, Class<? extends ProviderFailure> kind) {
        model.answers(asked -> {
            throw thrown;
        });

        assertThatThrownBy(() -> edit(TestCallContext.calm())).isInstanceOf(kind);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnresolvedModelServerException("no such host"), ProviderFailure.NotSent.class),
                Arguments.of(new AuthenticationException("key"), ProviderFailure.AccessDenied.class),
                Arguments.of(new RateLimitException("slow down"), ProviderFailure.RateLimited.class),
                Arguments.of(new ContentFilteredException("policy"), ProviderFailure.Refused.class),
                Arguments.of(new ModelNotFoundException("gone"), ProviderFailure.ModelRetired.class),
                Arguments.of(new InvalidRequestException("size"), ProviderFailure.InvalidRequest.class),
                Arguments.of(new TimeoutException("late"), ProviderFailure.OutcomeUnknown.class),
                Arguments.of(new InternalServerException("500"), ProviderFailure.OutcomeUnknown.class),
                Arguments.of(new HttpException(502, "bad gateway"), ProviderFailure.OutcomeUnknown.class),
                Arguments.of(new IllegalStateException("whatever"), ProviderFailure.OutcomeUnknown.class));
    }

    private static Image hang(CountDownLatch begun, CountDownLatch interrupted) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("Nobody opens this");
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private MadeImages edit(CallContext context) {
        return editor().edit(request(null), context);
    }

    private static EncodedImage base() {
        return EditorPictures.png(EditorPictures.colorful());
    }

    private static EncodedImage file(@Nullable Image image) {
        return ScriptedImageModel.file(Objects.requireNonNull(image));
    }

    private static ImageEditor.Request request(@Nullable EncodedImage mask) {
        return new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction("make it warmer"),
                Brief.EMPTY,
                base(),
                EditorPictures.SIZE,
                List.of(),
                mask == null ? null : EditorPictures.leftHalf(),
                mask,
                Knobs.DEFAULT,
                null);
    }
}
