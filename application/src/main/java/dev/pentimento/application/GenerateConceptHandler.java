package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;

final class GenerateConceptHandler implements GenerateConcept {
    private final Pictures pictures;
    private final Casting casting;
    private final Queue queue;
    private final Mint mint;

    GenerateConceptHandler(Pictures pictures, Casting casting, Queue queue, Mint mint) {
        this.pictures = pictures;
        this.casting = casting;
        this.queue = queue;
        this.mint = mint;
    }

    @Override
    public RefineImage.Submission handle(Command command) {
        Queue.Wanted wanted = new Queue.Wanted(command.owner(), WorkKind.GENERATE, command.priority(), command.key());
        return queue.objection(wanted).orElseGet(() -> submit(command, wanted));
    }

    private RefineImage.Submission submit(Command command, Queue.Wanted wanted) {
        pictures.requireReadable(command.size());
        Cast cast = casting.generator(command.provider());
        Concept concept = new Concept(mint.conceptId(), command.owner(), brief(command), mint.now());
        Job job = Job.submit(mint.jobId(), command.owner(), concept.id(), work(command), cast.choice(), mint.now());
        return queue.submit(wanted, writer -> {
            writer.add(concept);
            writer.add(job);
            return new Queue.Candidate(job, new RefineImage.Accepted(job, null), cast.standIns());
        });
    }

    static Brief brief(Command command) {
        return command.brief().withPrompt(command.instruction().text());
    }

    static Work.GenerateOriginals work(Command command) {
        return new Work.GenerateOriginals(
                command.instruction(), command.size(), command.variants(), command.palettes(), command.seed());
    }
}
