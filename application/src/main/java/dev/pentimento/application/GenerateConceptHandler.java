package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;

final class GenerateConceptHandler implements GenerateConcept {
    private final Records records;
    private final Casting casting;
    private final JobDispatcher dispatcher;
    private final Mint mint;

    GenerateConceptHandler(Records records, Casting casting, JobDispatcher dispatcher, Mint mint) {
        this.records = records;
        this.casting = casting;
        this.dispatcher = dispatcher;
        this.mint = mint;
    }

    @Override
    public RefineImage.Submission handle(Command command) {
        ProviderChoice provider = casting.generator(command.provider());
        Brief brief = command.brief().withPrompt(command.instruction().text());
        Concept concept = new Concept(mint.conceptId(), command.owner(), brief, mint.now());
        Job job = Job.submit(mint.jobId(), command.owner(), concept.id(), work(command), provider, mint.now());
        records.write(writer -> {
            writer.add(concept);
            writer.add(job);
            return job;
        });
        dispatcher.dispatch(Submitting.dispatch(job, mint.now()));
        return new RefineImage.Accepted(job, null);
    }

    private static Work work(Command command) {
        return new Work.GenerateOriginals(
                command.instruction(), command.size(), command.variants(), command.palettes(), command.seed());
    }
}
