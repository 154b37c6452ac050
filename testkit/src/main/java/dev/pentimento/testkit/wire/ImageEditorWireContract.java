package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ImageEditor} behind a network promises. Extend it for yours, beside what {@link WireContract} says. */
public abstract class ImageEditorWireContract extends WireContract {
    private static final long SEED = 20_261;
    private static final Brief BRIEF = new Brief("a cafe's sign", "a moon in a cup", "night over the sea");

    @Override
    final Good ordinary() {
        return Good.Images.of(result(0));
    }

    @Override
    final ProviderReport call(Provider provider, @Nullable String model, CallContext context) {
        return editor(provider)
                .edit(edit(provider).by(model).request(), context)
                .report();
    }

    @Override
    final Cost estimate(Provider provider) {
        return editor(provider).estimate(edit(provider).request());
    }

    @Override
    final ImageEditor role(Provider provider) {
        return editor(provider);
    }

    private static ImageEditor editor(Provider provider) {
        return provider.editor().orElseThrow(() -> new AssertionError("The provider edits no images"));
    }

    private ImageEditor editor() {
        return editor(provider());
    }

    private ImageEditor.Capabilities able() {
        return editor().capabilities(null);
    }

    private Edit edit() {
        return edit(provider());
    }

    private static Edit edit(Provider provider) {
        return new Edit(editor(provider).capabilities(null));
    }

    private MadeImages made(Edit edit) {
        return editor().edit(edit.request(), TestCallContext.calm());
    }

    /** Different for every number. */
    private EncodedImage result(int number) {
        return EditorPictures.plain(Edit.size(able()), 0x102030 + 0x203010 * number);
    }

    @Test
    @Proves(Promise.INPUT_IMAGE)
    void imageArrivesWholeAndWithItsType() {
        Edit edit = edit();

        made(edit);

        assertThat(order().images()).containsExactly(Attachment.of(edit.base()));
    }

    @Test
    @Proves(Promise.REFERENCES)
    void referencesFollowTheBaseInTheirOrder() {
        int count = Math.min(2, able().maxReferences());
        declaredUnless(count > 0, "it takes no references");
        List<EncodedImage> references =
                IntStream.range(0, count).mapToObj(this::result).toList();
        Edit edit = edit().referring(references);

        made(edit);

        assertThat(order().images())
                .containsExactlyElementsOf(Stream.concat(Stream.of(edit.base()), references.stream())
                        .map(Attachment::of)
                        .toList());
    }

    @Test
    @Proves(Promise.MASK)
    void maskArrivesTheRightWayRoundAndInItsOwnPlace() {
        declaredUnless(able().mask().isNative(), "it takes no mask");
        Edit edit = edit().within(EditorPictures.leftHalf(Edit.size(able())));

        made(edit);

        assertThat(order().mask()).isEqualTo(EditorPictures.leftHalf(Edit.size(able())));
        assertThat(order().images()).containsExactly(Attachment.of(edit.base()));
    }

    @Test
    @Proves(Promise.UNMASKED)
    void noMaskArrivesThatNobodyAskedFor() {
        made(edit());

        assertThat(order().mask()).isNull();
    }

    @Test
    @Proves(Promise.WORDS)
    void everythingThatWasSaidArrives() {
        Edit edit = edit().about(BRIEF).preserving(PreserveAspect.LAYOUT);

        MadeImages made = made(edit);

        assertThat(order().words())
                .contains(edit.words(), BRIEF.logo(), BRIEF.theme())
                .containsIgnoringCase(PreserveAspect.LAYOUT.label())
                .contains(made.report().promptSent());
    }

    @Test
    @Proves(Promise.WORDS)
    void everyKindIsPutIntoWords() {
        List<RefinementKind> kinds = able().kinds().stream().sorted().toList();

        kinds.forEach(kind -> made(edit().of(kind)));

        assertThat(vendor().orders())
                .hasSameSizeAs(kinds)
                .allSatisfy(order -> assertThat(order.words()).contains(edit().words()))
                .extracting(Order::words)
                .doesNotHaveDuplicates();
    }

    @Test
    @Proves(Promise.SEED)
    void seedArrives() {
        declaredUnless(able().seed(), "it does not obey seeds");

        made(edit().with(knobs(Strength.DEFAULT, 1, SEED)));

        assertThat(order().seed()).isEqualTo(SEED);
    }

    @Test
    @Proves(Promise.STRENGTH)
    void strengthArrivesAndMeansTheSame() {
        declaredUnless(able().strength(), "it does not obey strength");

        made(edit().with(knobs(new Strength(0.25), 1, null)));
        made(edit().with(knobs(new Strength(0.75), 1, null)));

        assertThat(vendor().orders()).extracting(Order::strength).containsExactly(0.25, 0.75);
    }

    @Test
    @Proves(Promise.COUNT)
    void asManyImagesAsCandidates() {
        int candidates = Math.min(3, able().maxCandidates());
        List<EncodedImage> results =
                IntStream.range(0, candidates).mapToObj(this::result).toList();
        vendor().deliver(new Good.Images(results), Account.NONE);

        MadeImages made = made(edit().with(knobs(Strength.DEFAULT, candidates, null)));

        assertThat(order().count()).isEqualTo(candidates);
        assertThat(made.images()).isEqualTo(results);
    }

    @Test
    @Proves(Promise.REAL_MEDIA_TYPE)
    void typeOfAResultIsReadFromItsBytes() {
        EncodedImage jpeg = EditorPictures.jpeg(EditorPictures.colorful(Edit.size(able())));
        vendor().deliver(Good.Images.of(jpeg), Account.NONE);

        MadeImages made = made(edit());

        assertThat(made.images()).containsExactly(jpeg);
        assertThat(made.images()).extracting(EncodedImage::mediaType).containsExactly(MediaType.JPEG);
    }

    @Test
    @Proves(Promise.UNDECLARED_KIND)
    void undeclaredKindIsRefusedBeforeTheCall() {
        Set<RefinementKind> undeclared = EnumSet.complementOf(EnumSet.copyOf(able().kinds()));
        declaredUnless(!undeclared.isEmpty(), "it does every kind");

        undeclared.forEach(kind -> refusal(ProviderFailure.InvalidRequest.class, () -> made(edit().of(kind))));
    }

    @Test
    @Proves(Promise.TOO_MANY_REFERENCES)
    void tooManyReferencesAreRefusedBeforeTheCall() {
        List<EncodedImage> references = IntStream.rangeClosed(0, able().maxReferences())
                .mapToObj(this::result)
                .toList();

        refusal(ProviderFailure.InvalidRequest.class, () -> made(edit().referring(references)));
    }

    @Test
    @Proves(Promise.TOO_MANY_CANDIDATES)
    void tooManyCandidatesAreRefusedBeforeTheCall() {
        int most = able().maxCandidates();
        declaredUnless(most < Knobs.MAX_CANDIDATES, "it makes as many as anybody may ask for");

        refusal(ProviderFailure.InvalidRequest.class, () -> made(edit().with(knobs(Strength.DEFAULT, most + 1, null))));
    }

    @Test
    @Proves(Promise.PREVIEW)
    void previewIsWhatIsSent() {
        Edit edit = edit().about(BRIEF);
        Preview preview = editor().preview(edit.request());
        assertThat(line().connections()).isZero();

        MadeImages made = made(edit);

        assertThat(made.report().promptSent()).isEqualTo(preview.prompt());
        assertThat(made.report().model()).isEqualTo(preview.model());
    }

    @Test
    @Proves(Promise.SEVERAL_AT_ONCE)
    void severalCallsAtOnceDoNotMixTheirPictures() {
        AtomicInteger number = new AtomicInteger();
        List<Edit> edits = Crowd.of(4, () -> {
            int mine = number.getAndIncrement();
            Edit edit = edit().saying("teapot number " + mine).changing(result(mine));
            made(edit);
            return edit;
        });

        assertThat(vendor().orders())
                .hasSameSizeAs(edits)
                .allSatisfy(order -> assertThat(edits)
                        .filteredOn(edit -> order.words().contains(edit.words()))
                        .singleElement()
                        .satisfies(edit -> assertThat(order.images()).containsExactly(Attachment.of(edit.base()))));
    }

    @Test
    @Proves(Promise.RESUMPTION)
    void acceptedCallIsTakenUpAgainWithoutASecondOrder() {
        ImageEditor editor = editor();

        resumed(editor.resumption(), context -> editor.edit(edit().request(), context));
    }

    private static Knobs knobs(Strength strength, int candidates, @Nullable Long seed) {
        return new Knobs(strength, Creativity.BALANCED, Set.of(), candidates, seed);
    }
}
