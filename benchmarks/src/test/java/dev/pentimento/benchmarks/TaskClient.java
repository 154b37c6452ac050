package dev.pentimento.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client, who has one request at a time under way. For one thread; read it when that is through. */
final class TaskClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(50);
    private static final double MS_IN_NS = 1e6;
    private static final Pattern ID = Pattern.compile("\"task_id\":\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");

    private final URI server;
    private final String body;
    private final HttpClient http;
    private final List<Double> submits = new ArrayList<>();
    private final List<Double> polls = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    /** @param picture the signed address of what is refined again and again */
    TaskClient(HttpClient http, URI server, String picture) {
        this.http = http;
        this.server = server;
        this.body = "{\"original_image_url\":\"%s\",\"refinement_prompt\":\"make it warmer\"}".formatted(picture);
    }

    List<Double> submits() {
        return submits;
    }

    List<Double> polls() {
        return polls;
    }

    /** What was not answered as it should be. */
    List<String> errors() {
        return errors;
    }

    void work(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            task();
        }
    }

    private void task() {
        String submitted = send(
                HttpRequest.newBuilder(server.resolve("/api/concepts/refine"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                202,
                submits);
        Matcher id = ID.matcher(submitted);
        if (id.find()) {
            await(server.resolve("/api/tasks/" + id.group(1)));
        }
    }

    private void await(URI task) {
        String status = "pending";
        while (status.equals("pending") || status.equals("processing")) {
            LockSupport.parkNanos(BETWEEN_POLLS.toNanos());
            Matcher told = STATUS.matcher(send(HttpRequest.newBuilder(task).GET(), 200, polls));
            status = told.find() ? told.group(1) : "unknown";
        }
        if (!status.equals("completed")) {
            errors.add("Task %s is %s".formatted(task, status));
        }
    }

    private String send(HttpRequest.Builder request, int wanted, List<Double> times) {
        long start = System.nanoTime();
        HttpResponse<String> response = answer(request.timeout(PATIENCE).build());
        times.add((System.nanoTime() - start) / MS_IN_NS);
        if (response.statusCode() == wanted) {
            return response.body();
        }
        errors.add("%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
        return "";
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        }
    }
}
