package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.SumCosts;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

final class SumCostsHandler implements SumCosts {
    private final Records records;

    SumCostsHandler(Records records) {
        this.records = records;
    }

    @Override
    public Summary handle(Query query) {
        return records.read(reader -> summary(reader, query.owner()));
    }

    private static Summary summary(RecordReader reader, UserId owner) {
        List<ProviderCall> sent = new ArrayList<>(
                reader.calls(owner).stream().filter(ProviderCall::wasSent).toList());
        Collections.reverse(sent);
        return new Summary(total(sent), byConcept(reader, sent), byProvider(sent), byDay(sent));
    }

    /** @param calls the newest first, so that the first of a concept says when it was worked on last */
    private static List<OfConcept> byConcept(RecordReader reader, List<ProviderCall> calls) {
        Set<JobId> jobs = calls.stream().map(ProviderCall::job).collect(Collectors.toSet());
        Map<JobId, ConceptId> concepts =
                reader.jobsNamed(jobs).stream().collect(Collectors.toMap(Job::id, Job::concept));
        return grouped(calls, call -> concepts.get(call.job()), LinkedHashMap::new).entrySet().stream()
                .map(group -> new OfConcept(concept(reader, group.getKey()), group.getValue()))
                .toList();
    }

    private static Concept concept(RecordReader reader, ConceptId id) {
        return reader.concept(id).orElseThrow(() -> new IllegalStateException("Concept " + id + " of a job is gone"));
    }

    private static List<OfProvider> byProvider(List<ProviderCall> calls) {
        return grouped(calls, ProviderCall::provider, TreeMap::new).entrySet().stream()
                .map(group -> new OfProvider(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<OfDay> byDay(List<ProviderCall> calls) {
        Supplier<Map<LocalDate, List<ProviderCall>>> newestFirst = () -> new TreeMap<>(Comparator.reverseOrder());
        return grouped(calls, SumCostsHandler::day, newestFirst).entrySet().stream()
                .map(group -> new OfDay(group.getKey(), group.getValue()))
                .toList();
    }

    /** The day to whose budget it counts. */
    private static LocalDate day(ProviderCall call) {
        return LocalDate.ofInstant(call.plannedAt(), ZoneOffset.UTC);
    }

    private static <K> Map<K, Total> grouped(
            List<ProviderCall> calls, Function<ProviderCall, K> key, Supplier<Map<K, List<ProviderCall>>> order) {
        Map<K, List<ProviderCall>> groups =
                calls.stream().collect(Collectors.groupingBy(key, order, Collectors.toList()));
        Map<K, Total> totals = new LinkedHashMap<>();
        groups.forEach((group, members) -> totals.put(group, total(members)));
        return totals;
    }

    private static Total total(List<ProviderCall> calls) {
        List<Cost> unknown = calls.stream()
                .filter(call -> call.cost().basis() == CostBasis.UNKNOWN)
                .map(ProviderCall::estimate)
                .toList();
        return new Total(
                calls.size(),
                sum(calls, CostBasis.REPORTED),
                sum(calls, CostBasis.ESTIMATED),
                unknown.size(),
                unknown.stream()
                        .mapToLong(estimate -> estimate.microUsd().orElse(0))
                        .sum());
    }

    private static long sum(List<ProviderCall> calls, CostBasis basis) {
        return calls.stream()
                .map(ProviderCall::cost)
                .filter(cost -> cost.basis() == basis)
                .mapToLong(cost -> cost.microUsd().orElse(0))
                .sum();
    }
}
