package dev.pentimento.app.cli.document;

import dev.pentimento.app.cli.argument.MaskNotation;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a job was asked to do. */
public sealed interface WorkDocument {

    static WorkDocument of(Work work) {
        return work.match(Refine::of, Generate::of, Ask::of);
    }

    /**
     * A refinement.
     *
     * @param type {@code prompt}, {@code subject} or {@code text}
     * @param references ids of versions
     * @param mask shapes as {@code --mask} takes them; empty = the whole image could change
     */
    record Refine(
            String type,
            String prompt,
            String logo,
            String theme,
            List<String> styleKeywords,
            String audience,
            String visualConcept,
            String subject,
            String base,
            List<String> references,
            List<String> mask,
            int feather,
            double strength,
            int creativity,
            List<String> preserve,
            int candidates,
            @Nullable Long seed,
            boolean keepSize)
            implements WorkDocument {
        static WorkDocument of(Work.RefineVersion work) {
            MaskSpec mask = work.refinement().mask();
            Knobs knobs = work.knobs();
            Brief brief = work.brief();
            return new Refine(
                    work.refinement().kind().label(),
                    work.refinement().instruction().text(),
                    brief.logo(),
                    brief.theme(),
                    brief.direction().styleKeywords(),
                    brief.direction().audience(),
                    brief.direction().visualConcept(),
                    brief.direction().subject(),
                    work.base().toString(),
                    VersionDocument.ids(work.references()),
                    mask == null
                            ? List.of()
                            : mask.shapes().stream().map(MaskNotation::write).toList(),
                    mask == null ? 0 : mask.feather(),
                    knobs.strength().value(),
                    knobs.creativity().level(),
                    knobs.preserve().stream().map(PreserveAspect::label).toList(),
                    knobs.candidates(),
                    knobs.seed(),
                    knobs.keepSize());
        }
    }

    /** A generation; {@code type} is {@code generate}. */
    record Generate(
            String type,
            String prompt,
            int width,
            int height,
            int variants,
            int palettes,
            @Nullable Long seed) implements WorkDocument {
        static WorkDocument of(Work.GenerateOriginals work) {
            return new Generate(
                    "generate",
                    work.instruction().text(),
                    work.size().width(),
                    work.size().height(),
                    work.variants(),
                    work.palettes(),
                    work.seed());
        }
    }

    /**
     * A question; {@code type} is {@code ask}.
     *
     * @param topic {@code checklist}, {@code evaluation}, {@code refinement} or {@code prompt}
     * @param image SHA-256 of the image it is about; null = it is about none
     */
    record Ask(
            String type,
            String topic,
            String words,
            @Nullable String image) implements WorkDocument {
        static WorkDocument of(Work.AskQuestion work) {
            ImageDigest image = work.image();
            return new Ask("ask", work.topic().label(), work.words(), image == null ? null : image.hex());
        }
    }
}
