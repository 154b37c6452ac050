package dev.pentimento.benchmarks;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/** Fills records with a concept as somebody leaves it who never stops: chains of refinements, each version made by a job of its own. */
final class Histories {
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final IntFunction<Image> images;
    private int made;

    /**
     * @param images the picture of the nth version, from 0
     */
    Histories(IntFunction<Image> images) {
        this.images = images;
    }

    /** One concept with {@code versions} versions in chains of {@code depth}. */
    ConceptId fill(Records records, int versions, int depth) {
        Concept concept = new Concept(
                new ConceptId(id(1, versions)), UserId.LOCAL, new Brief("a logo", "a cup", "coffee"), START);
        return records.write(writer -> {
            writer.add(concept);
            for (int chains = 0; chains < versions / depth; chains++) {
                chain(writer, concept.id(), depth);
            }
            return concept.id();
        });
    }

    private void chain(RecordWriter writer, ConceptId concept, int depth) {
        Image image = images.apply(made);
        Version version =
                version(concept, image, List.of(), new Origin.Imported("photo-%d.png".formatted(made), image));
        writer.add(version);
        for (int step = 1; step < depth; step++) {
            Job job = job(concept, version.id());
            VersionId next = new VersionId(id(2, made));
            writer.add(job.start(START).complete(List.of(next), report(), START.plusMillis(900)));
            version = version(concept, images.apply(made), List.of(version.id()), new Origin.Refined(job.id()));
            writer.add(version);
        }
    }

    private Version version(ConceptId concept, Image image, List<VersionId> parents, Origin origin) {
        return new Version(new VersionId(id(2, made)), concept, image, parents, origin, START.plusSeconds(made++));
    }

    private Job job(ConceptId concept, VersionId base) {
        Refinement refinement = new Refinement.PromptRefinement(new Instruction("make it warmer, step " + made), null);
        Work work = new Work.RefineVersion(base, List.of(), refinement, Knobs.DEFAULT, Brief.EMPTY);
        return Job.submit(
                new JobId(id(3, made)), UserId.LOCAL, concept, work, new ProviderChoice("local", null), START);
    }

    private static ProviderReport report() {
        return new ProviderReport("local", "local-1", "make it warmer", List.of(), Cost.reported(0), false);
    }

    private static UUID id(int kind, int number) {
        return new UUID(0x019a_0000_0000_7000L | (long) kind << 40, 0x8000_0000_0000_0000L | number);
    }
}
