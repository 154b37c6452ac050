package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.Work.AskQuestion;
import dev.pentimento.domain.job.Work.GenerateOriginals;
import dev.pentimento.domain.job.Work.RefineVersion;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.domain.refinement.Refinement.SubjectRepair;
import dev.pentimento.domain.refinement.Refinement.TextRepair;
import dev.pentimento.domain.refinement.Strength;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a job's work is stored. */
final class StoredWork {
    private StoredWork() {}

    static Document write(Work work) {
        return work.match(StoredWork::write, StoredWork::write, StoredWork::write);
    }

    static Work read(Document work) {
        return switch (work.type()) {
            case "refine" -> refine(work);
            case "generate" -> generate(work);
            case "ask" -> ask(work);
            default -> throw work.unknown("work");
        };
    }

    private static Document write(RefineVersion work) {
        List<String> references =
                work.references().stream().map(VersionId::toString).toList();
        return Document.ofType("refine")
                .with("base", work.base().toString())
                .with("references", references)
                .with("refinement", write(work.refinement()))
                .with("knobs", write(work.knobs()))
                .with("brief", StoredBrief.write(work.brief()));
    }

    private static RefineVersion refine(Document work) {
        return new RefineVersion(
                VersionId.parse(work.text("base")),
                work.texts("references", VersionId::parse),
                refinement(work.document("refinement")),
                knobs(work.document("knobs")),
                StoredBrief.read(work.document("brief")));
    }

    private static Document write(GenerateOriginals work) {
        return Document.ofType("generate")
                .with("instruction", work.instruction().text())
                .with("width", work.size().width())
                .with("height", work.size().height())
                .with("variants", work.variants())
                .with("palettes", work.palettes())
                .with("seed", work.seed());
    }

    private static GenerateOriginals generate(Document work) {
        return new GenerateOriginals(
                new Instruction(work.text("instruction")),
                new ImageSize(work.integer("width"), work.integer("height")),
                work.integer("variants"),
                work.integer("palettes"),
                seed(work));
    }

    private static Document write(AskQuestion work) {
        ImageDigest image = work.image();
        return Document.ofType("ask")
                .with("topic", work.topic().label())
                .with("words", work.words())
                .with("image", image == null ? null : image.hex());
    }

    private static AskQuestion ask(Document work) {
        return new AskQuestion(
                Topic.valueOf(work.text("topic").toUpperCase(Locale.ROOT)),
                work.text("words"),
                work.optionalText("image").map(ImageDigest::new).orElse(null));
    }

    private static Document write(Refinement refinement) {
        String type = refinement.match(prompt -> "prompt", subject -> "subject", text -> "text");
        MaskSpec mask = refinement.mask();
        return Document.ofType(type)
                .with("instruction", refinement.instruction().text())
                .with("mask", mask == null ? null : StoredMask.write(mask));
    }

    private static Refinement refinement(Document refinement) {
        Instruction instruction = new Instruction(refinement.text("instruction"));
        MaskSpec mask =
                refinement.optionalDocument("mask").map(StoredMask::read).orElse(null);
        return switch (refinement.type()) {
            case "prompt" -> new PromptRefinement(instruction, mask);
            case "subject" -> new SubjectRepair(instruction, mask);
            case "text" -> new TextRepair(instruction, mask);
            default -> throw refinement.unknown("refinement");
        };
    }

    private static Document write(Knobs knobs) {
        return Document.empty()
                .with("strength", knobs.strength().value())
                .with("creativity", knobs.creativity().level())
                .with(
                        "preserve",
                        knobs.preserve().stream().map(PreserveAspect::label).toList())
                .with("candidates", knobs.candidates())
                .with("seed", knobs.seed())
                .with("keep_size", knobs.keepSize() ? 1L : null);
    }

    private static Knobs knobs(Document knobs) {
        Set<PreserveAspect> preserve = EnumSet.noneOf(PreserveAspect.class);
        preserve.addAll(knobs.texts("preserve", PreserveAspect::ofLabel));
        return new Knobs(
                new Strength(knobs.fraction("strength")),
                Creativity.ofLevel(knobs.integer("creativity")),
                preserve,
                knobs.integer("candidates"),
                seed(knobs),
                knobs.optionalNumber("keep_size").isPresent());
    }

    private static @Nullable Long seed(Document document) {
        OptionalLong seed = document.optionalNumber("seed");
        return seed.isPresent() ? seed.getAsLong() : null;
    }
}
