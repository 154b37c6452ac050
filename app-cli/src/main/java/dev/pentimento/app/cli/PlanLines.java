package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.ports.in.PlanRefinement.Plan;
import dev.pentimento.ports.in.PlanRefinement.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be done, by whom, and for how much, for people. */
final class PlanLines {
    private final Plan plan;
    private final Paint paint;
    private final Facts facts;

    PlanLines(Plan plan, Paint paint) {
        this.plan = plan;
        this.paint = paint;
        this.facts = new Facts(new ResultLines(paint));
    }

    List<String> lines() {
        String model = plan.model().isEmpty() ? "" : " / " + plan.model();
        facts.addLine("%s would do it in %s"
                .formatted(
                        paint.strong(Words.line(plan.provider() + model)),
                        plan.calls() == 1 ? "1 call" : plan.calls() + " calls"));
        plan.treatments().forEach(this::add);
        facts.add("estimate", ResultLines.cost(plan.estimate()) + origin(plan.price()));
        facts.add("prompt", plan.prompt());
        if (!plan.notUnderstood().isEmpty()) {
            facts.addLine(paint.warning("Not understood: " + Words.line(String.join(", ", plan.notUnderstood()))));
        }
        facts.add("then", String.join(", ", plan.standIns()));
        plan.others().forEach(other -> facts.add("not", other.provider() + ": " + other.reason()));
        return facts.lines();
    }

    private void add(Treatment treatment) {
        String wish = treatment.wish().label();
        switch (treatment.means()) {
            case NATIVE -> facts.add(wish, "by itself");
            case EMULATED -> facts.add(wish, "with help: " + treatment.how());
            case LEFT_OUT -> facts.addPainted(wish, paint.warning("no effect: " + Words.line(treatment.how())));
            case REFUSED -> facts.addPainted(wish, paint.bad(Words.line(treatment.how())));
        }
    }

    private static String origin(@Nullable Price price) {
        return price == null ? "" : "; prices of %s from %s".formatted(price.checked(), price.source());
    }
}
