package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static dev.pentimento.application.TestWorkshop.promptWithin;
import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape.Rectangle;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.ReadImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompareVersionsTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @BeforeEach
    void refineTwice() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));
        workshop.refine(workshop.upload(GREY), promptWithin(new Rectangle(0, 0, 0.25, 1)));
        workshop.refine(stored("A1"), prompt());
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void maskedChildIsComparedWithItsParent() {
        CompareVersions.Comparison comparison = compare("A", "A1");

        assertThat(comparison.difference().orElseThrow().changedPercent()).isEqualTo(25);
        assertThat(comparison.mask().orElseThrow().maxDifferenceOutside()).isZero();
    }

    @Test
    void branchesTellTheSteps() {
        assertThat(compare("A", "A1.1").branches().orElseThrow().onlyTo()).hasSize(2);
        assertThat(compare("A", "A1.1").mask()).isEmpty();
    }

    @Test
    void sideBySideIsAPicture() {
        EncodedImage sheet = compare("A", "A1").sideBySide().get();

        assertThat(workshop.codec.decode(sheet.bytes()).raster().height()).isEqualTo(TestWorkshop.SIZE.height());
    }

    @Test
    void picturesOfDifferentSizesHaveNoPixelDifference() {
        workshop.provider.edits(
                (request, context) -> List.of(workshop.png(Raster.generate(new ImageSize(8, 6), (x, y) -> RED))));
        workshop.refine(stored("A"), prompt());

        assertThat(compare("A", "A2").difference()).isEmpty();
    }

    @Test
    void imagesAreHandedOutInTheWantedFormat() {
        assertThat(workshop.codec.bare(read(MediaType.PNG))).isEqualTo(workshop.png(filled(RED)));
        assertThat(read(MediaType.JPEG).mediaType()).isEqualTo(MediaType.JPEG);
    }

    @Test
    void providersAreListedWithTheirRoles() {
        assertThat(workshop.useCases.listProviders().handle()).singleElement().satisfies(listed -> {
            assertThat(listed.name()).isEqualTo("scripted");
            assertThat(listed.roles()).containsExactlyInAnyOrder(ListProviders.Role.values());
            assertThat(listed.editing()).isPresent();
        });
    }

    private EncodedImage read(MediaType type) {
        return workshop.useCases
                .readImage()
                .handle(new ReadImage.Query(UserId.LOCAL, new VersionReference("A1.1"), type));
    }

    private CompareVersions.Comparison compare(String first, String second) {
        return workshop.useCases
                .compareVersions()
                .handle(new CompareVersions.Query(
                        UserId.LOCAL, new VersionReference(first), new VersionReference(second)));
    }
}
