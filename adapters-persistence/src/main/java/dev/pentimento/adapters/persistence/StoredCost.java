package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;

/** How a cost is stored. */
final class StoredCost {
    private StoredCost() {}

    static Document write(Cost cost) {
        if (cost instanceof Cost.Known known) {
            String type = known.basis() == CostBasis.REPORTED ? "reported" : "estimated";
            return Document.ofType(type).with("micro_usd", known.amount());
        }
        return Document.ofType("unknown");
    }

    static Cost read(Document cost) {
        return switch (cost.type()) {
            case "reported" -> Cost.reported(cost.number("micro_usd"));
            case "estimated" -> Cost.estimated(cost.number("micro_usd"));
            case "unknown" -> Cost.unknown();
            default -> throw cost.unknown("cost");
        };
    }
}
