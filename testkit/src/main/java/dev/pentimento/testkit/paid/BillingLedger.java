package dev.pentimento.testkit.paid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The vendor's side of the story: every request for images it read, and which of them it bills. Safe for use by several threads. */
public final class BillingLedger {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<BilledRequest> requests = new ArrayList<>();

    BillingLedger() {}

    /** In the order of arrival. */
    public synchronized List<BilledRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many requests with this idempotency key are on the bill. */
    public int billed(String key) {
        return count(request -> request.billed() && request.key().equals(key));
    }

    /** How many requests are on the bill. */
    public int billed() {
        return count(BilledRequest::billed);
    }

    /** How many requests are on the bill, by their prompts; prompts without any are left out. */
    public Map<String, Integer> billedByPrompt() {
        return requests().stream()
                .filter(BilledRequest::billed)
                .collect(Collectors.toMap(BilledRequest::prompt, request -> 1, Integer::sum, TreeMap::new));
    }

    /** The whole bill in micro-USD. */
    public long total() {
        return requests().stream().mapToLong(BilledRequest::microUsd).sum();
    }

    private int count(Predicate<BilledRequest> which) {
        return Math.toIntExact(requests().stream().filter(which).count());
    }

    /** Waits until {@code count} requests have been read. */
    public void awaitRequests(int count) {
        await("%d requests".formatted(count), ledger -> ledger.requests.size() >= count);
    }

    /** Waits until {@code count} requests are on the bill. */
    public void awaitBilled(int count) {
        await("%d billed requests".formatted(count), ledger -> ledger.billed() >= count);
    }

    /** Waits until {@code count} requests were called off by their clients. */
    public void awaitCanceled(int count) {
        await("%d cancelled requests".formatted(count), ledger -> ledger.count(BilledRequest::canceled) >= count);
    }

    private void await(String what, Predicate<BillingLedger> happened) {
        try {
            if (!hasHappened(happened)) {
                throw new AssertionError(
                        "Waited %d s for %s; there are %s".formatted(PATIENCE.toSeconds(), what, requests()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for requests", e);
        }
    }

    private synchronized boolean hasHappened(Predicate<BillingLedger> happened) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (long left = PATIENCE.toNanos(); !happened.test(this) && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return happened.test(this);
    }

    /** @return its number */
    synchronized int add(String path, String key, String prompt) {
        int number = requests.size() + 1;
        requests.add(new BilledRequest(number, Instant.now(), path, key, prompt, false, false, 0));
        notifyAll();
        return number;
    }

    synchronized void bill(int number, long microUsd) {
        requests.set(number - 1, requests.get(number - 1).billedWith(microUsd));
        notifyAll();
    }

    synchronized void callOff(int number) {
        requests.set(number - 1, requests.get(number - 1).calledOff());
        notifyAll();
    }

    /** One JSON object in a line for each request. */
    String lines() {
        return requests().stream().map(BillingLedger::line).collect(Collectors.joining("\n"));
    }

    private static String line(BilledRequest request) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("number", request.number());
        fields.put("at", request.at());
        fields.put("path", request.path());
        fields.put("key", request.key());
        fields.put("prompt", request.prompt());
        fields.put("canceled", request.canceled());
        fields.put("billed", request.billed());
        fields.put("micro_usd", request.microUsd());
        return FlatJson.line(fields);
    }
}
