package dev.pentimento.ports.in;

/** Tells what {@link GenerateConcept} would do, before anything is spent. Keeps nothing, and calls no provider. */
public interface PlanGeneration {

    /** @throws dev.pentimento.ports.failure.PentimentoException as {@link GenerateConcept} throws */
    PlanRefinement.Plan handle(GenerateConcept.Command command);
}
