package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.EvaluateImage.Asked;
import dev.pentimento.ports.in.EvaluateImage.Terms;

/** What one person asks in one go, on which terms, and what that costs. For use by one thread. */
final class Sitting {
    private final UserId owner;
    private final Terms terms;
    private final Purse purse;
    private Cost cost = Cost.free();

    Sitting(UserId owner, Terms terms) {
        this.owner = owner;
        this.terms = terms;
        this.purse = new Purse(terms.budget(), 0);
    }

    UserId owner() {
        return owner;
    }

    Terms terms() {
        return terms;
    }

    Purse purse() {
        return purse;
    }

    void tell(PersonalQuestion<?> question) {
        terms.listener().accept(new Asked(question.work().topic(), question.provider(), question.estimate()));
    }

    void paid(Cost more) {
        cost = cost.plus(more);
    }

    /** Of all answers that were not known before. */
    Cost cost() {
        return cost;
    }
}
