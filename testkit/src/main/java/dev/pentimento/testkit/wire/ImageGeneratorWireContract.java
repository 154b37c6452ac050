package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ImageGenerator} behind a network promises. Extend it for yours, beside what {@link WireContract} says. */
public abstract class ImageGeneratorWireContract extends WireContract {
    private static final long SEED = 20_261;
    private static final ImageSize SIZE = new ImageSize(1024, 1024);
    private static final Instruction LOGO = new Instruction("a logo for a teapot shop called \"Luna\"");
    private static final Brief BRIEF = new Brief("a shop's sign", "a moon in a cup", "night over the sea");

    @Override
    final Good ordinary() {
        return Good.Images.of(result(0));
    }

    @Override
    final ProviderReport call(Provider provider, @Nullable String model, CallContext context) {
        return generator(provider)
                .generate(request(Brief.EMPTY, 1, null, model), context)
                .report();
    }

    @Override
    final Cost estimate(Provider provider) {
        return generator(provider).estimate(request(Brief.EMPTY, 1, null, null));
    }

    @Override
    final ImageGenerator role(Provider provider) {
        return generator(provider);
    }

    private static ImageGenerator generator(Provider provider) {
        return provider.generator().orElseThrow(() -> new AssertionError("The provider generates no images"));
    }

    private static ImageGenerator.Request request(
            Brief brief, int variants, @Nullable Long seed, @Nullable String model) {
        return new ImageGenerator.Request(LOGO, brief, SIZE, variants, seed, model);
    }

    private MadeImages made(ImageGenerator.Request request) {
        return generator(provider()).generate(request, TestCallContext.calm());
    }

    /** Different for every number. */
    private static EncodedImage result(int number) {
        return EditorPictures.plain(SIZE, 0x102030 + 0x203010 * number);
    }

    @Test
    @Proves(Promise.WORDS)
    void everythingThatWasSaidArrives() {
        MadeImages made = made(request(BRIEF, 1, null, null));

        assertThat(order().words())
                .contains(LOGO.text(), BRIEF.logo(), BRIEF.theme())
                .contains(made.report().promptSent());
        assertThat(order().images()).isEmpty();
    }

    @Test
    @Proves(Promise.SEED)
    void seedArrives() {
        made(request(BRIEF, 1, SEED, null));

        assertThat(order().seed()).isEqualTo(SEED);
    }

    @Test
    @Proves(Promise.COUNT)
    void asManyImagesAsVariants() {
        int variants = Math.min(3, generator(provider()).maxVariants(null));
        List<EncodedImage> results = IntStream.range(0, variants)
                .mapToObj(ImageGeneratorWireContract::result)
                .toList();
        vendor().deliver(new Good.Images(results), Account.NONE);

        MadeImages made = made(request(BRIEF, variants, null, null));

        assertThat(order().count()).isEqualTo(variants);
        assertThat(made.images()).isEqualTo(results);
    }

    @Test
    @Proves(Promise.TOO_MANY_CANDIDATES)
    void tooManyVariantsAreRefusedBeforeTheCall() {
        int most = generator(provider()).maxVariants(null);
        declaredUnless(most < Integer.MAX_VALUE, "it makes as many as anybody may ask for");

        refusal(ProviderFailure.InvalidRequest.class, () -> made(request(BRIEF, most + 1, null, null)));
    }

    @Test
    @Proves(Promise.REAL_MEDIA_TYPE)
    void typeOfAResultIsReadFromItsBytes() {
        EncodedImage jpeg = EditorPictures.jpeg(EditorPictures.colorful());
        vendor().deliver(Good.Images.of(jpeg), Account.NONE);

        MadeImages made = made(request(BRIEF, 1, null, null));

        assertThat(made.images()).containsExactly(jpeg);
        assertThat(made.images()).extracting(EncodedImage::mediaType).containsExactly(MediaType.JPEG);
    }

    @Test
    @Proves(Promise.PREVIEW)
    void previewIsWhatIsSent() {
        ImageGenerator.Request request = request(BRIEF, 1, null, null);
        Preview preview = generator(provider()).preview(request);
        assertThat(line().connections()).isZero();

        MadeImages made = made(request);

        assertThat(made.report().promptSent()).isEqualTo(preview.prompt());
        assertThat(made.report().model()).isEqualTo(preview.model());
    }

    @Test
    @Proves(Promise.RESUMPTION)
    void acceptedCallIsTakenUpAgainWithoutASecondOrder() {
        ImageGenerator generator = generator(provider());

        resumed(generator.resumption(), context -> generator.generate(request(BRIEF, 1, null, null), context));
    }
}
