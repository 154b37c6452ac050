package dev.pentimento.adapters.local;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;

/** Puts questions about pictures to the engine's critic. */
final class Judging {
    private static final ImageSize SIZE = new ImageSize(384, 384);

    private Judging() {}

    static Answer answer(Raster picture, CheckKind kind, String question) {
        return evaluation(picture, kind, question).answers().get(0);
    }

    static Verdict verdict(Raster picture, CheckKind kind, String question) {
        return answer(picture, kind, question).verdict();
    }

    static Evaluation evaluation(Raster picture, CheckKind kind, String question) {
        Checklist checklist = new Checklist(List.of(new Check("c1", kind, question, List.of(), 2, false)));
        return evaluation(PngPixels.encode(picture), checklist);
    }

    static Evaluation evaluation(EncodedImage image, Checklist checklist) {
        return new LocalCritic()
                .evaluate(new ImageCritic.Request(image, "a brief", checklist, null), TestCallContext.calm())
                .value();
    }

    /** The picture of a motif in an arrangement. */
    static Raster drawn(String words, Composition composition, Treatment treatment) {
        DrawingWish wish = DrawingWords.read(words, Brief.EMPTY);
        return Sheet.draw(
                new Design(wish, composition, wish.palettes().get(0), Ground.PAPER, treatment, Typeface.CLASSIC, 7),
                SIZE);
    }

    static Raster edited(Raster base, String words) {
        ImageEditor.Request request = new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction(words),
                Brief.EMPTY,
                PngPixels.encode(base),
                base.size(),
                List.of(),
                null,
                null,
                Knobs.DEFAULT,
                null);
        return PngPixels.decode(new LocalEditor(1)
                .edit(request, TestCallContext.calm())
                .images()
                .get(0));
    }
}
