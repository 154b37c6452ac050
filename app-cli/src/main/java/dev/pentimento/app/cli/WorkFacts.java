package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.MaskNotation;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a job was asked to do, with every parameter. */
final class WorkFacts {
    private final Facts facts;

    WorkFacts(Facts facts) {
        this.facts = facts;
    }

    void add(Work work) {
        work.match(this::addRefinement, this::addGeneration, this::addQuestion);
    }

    private Facts addRefinement(Work.RefineVersion work) {
        facts.add("type", work.refinement().kind().label());
        facts.add("prompt", work.refinement().instruction().text());
        addBrief(work.brief());
        addMask(work.refinement().mask());
        addKnobs(work.knobs());
        return facts;
    }

    private void addBrief(Brief brief) {
        facts.add("logo", brief.logo());
        facts.add("theme", brief.theme());
        facts.add("style", String.join(", ", brief.direction().styleKeywords()));
        facts.add("audience", brief.direction().audience());
        facts.add("visual concept", brief.direction().visualConcept());
        facts.add("subject", brief.direction().subject());
    }

    private void addMask(@Nullable MaskSpec mask) {
        if (mask != null) {
            facts.add("mask", mask.shapes().stream().map(MaskNotation::write).collect(Collectors.joining(" ")));
            facts.add("feather", mask.feather() + " px");
        }
    }

    private void addKnobs(Knobs knobs) {
        facts.add("strength", Double.toString(knobs.strength().value()));
        facts.add("creativity", Integer.toString(knobs.creativity().level()));
        facts.add(
                "preserve", knobs.preserve().stream().map(PreserveAspect::label).collect(Collectors.joining(", ")));
        facts.add("candidates", Integer.toString(knobs.candidates()));
        addSeed(knobs.seed());
        facts.add("size", knobs.keepSize() ? "kept" : "");
    }

    private Facts addGeneration(Work.GenerateOriginals work) {
        facts.add("prompt", work.instruction().text());
        facts.add("size", work.size().toString());
        facts.add("variants", Integer.toString(work.variants()));
        facts.add("palettes", Integer.toString(work.palettes()));
        addSeed(work.seed());
        return facts;
    }

    private Facts addQuestion(Work.AskQuestion work) {
        facts.add("about", work.topic().label());
        facts.add("words", work.words());
        facts.add("image", work.image() == null ? "" : work.image().hex());
        return facts;
    }

    private void addSeed(@Nullable Long seed) {
        facts.add("seed", seed == null ? "the provider's" : seed.toString());
    }
}
