package dev.pentimento.crash;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.EditorPictures;
import java.util.List;
import java.util.Set;

/** What is asked for: always the same small picture, changed as a prompt says. */
final class Orders {
    private static final ImageSize SIZE = new ImageSize(16, 12);
    private static final ImageFile PICTURE = new ImageFile(
            "picture.png",
            EditorPictures.png(Raster.generate(SIZE, (x, y) -> 0xff808080)).bytes());

    private Orders() {}

    static RefineImage.Command refine(int candidates, String prompt) {
        return new RefineImage.Command(
                UserId.LOCAL,
                new RefineImage.Uploaded(PICTURE),
                List.of(),
                new Refinement.PromptRefinement(new Instruction(prompt), null),
                List.of(),
                new Knobs(Knobs.DEFAULT.strength(), Knobs.DEFAULT.creativity(), Set.of(), candidates, null),
                Brief.EMPTY,
                ProviderChoice.ANY,
                null,
                Priority.NORMAL);
    }
}
