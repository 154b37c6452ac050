package dev.pentimento.domain.ledger;

import dev.pentimento.domain.cost.Cost;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All calls made for one job.
 *
 * @param calls in the order of planning
 */
public record CallHistory(List<ProviderCall> calls) {
    public CallHistory {
        calls = List.copyOf(calls);
    }

    /** What is known of their price now. */
    public Cost cost() {
        return calls.stream().map(ProviderCall::cost).reduce(Cost.free(), Cost::plus);
    }

    /** What those that were sent would probably cost. */
    public Cost estimate() {
        return calls.stream()
                .filter(ProviderCall::wasSent)
                .map(ProviderCall::estimate)
                .reduce(Cost.free(), Cost::plus);
    }

    /** For each part of the job that brought nothing yet, all calls since the user last asked for it. */
    public List<ProviderCall> lastRoundOfUndoneParts() {
        return lastOfEachPart().stream()
                .filter(last -> last.delivery().isEmpty())
                .flatMap(last ->
                        calls.stream().filter(call -> call.part() == last.part() && call.round() == last.round()))
                .toList();
    }

    /** The last call for each part of the job: what stands. */
    public Collection<ProviderCall> lastOfEachPart() {
        Map<Integer, ProviderCall> last = new TreeMap<>();
        calls.forEach(call -> last.put(call.part(), call));
        return last.values();
    }
}
