package dev.pentimento.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Many clients who each submit, ask until it is done, and begin anew, all at once. */
final class ServerLoad {
    /** One for all loads: the JDK keeps the connections of a client that nobody uses for twenty minutes. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<TaskClient> clients;
    private final double seconds;

    private ServerLoad(List<TaskClient> clients, double seconds) {
        this.clients = clients;
        this.seconds = seconds;
    }

    /**
     * @param pictures one for each client
     * @param goesOn asked by each client before each task
     */
    static ServerLoad put(URI server, List<String> pictures, BooleanSupplier goesOn) {
        List<TaskClient> clients = pictures.stream()
                .map(picture -> new TaskClient(HTTP, server, picture))
                .toList();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            clients.stream()
                    .map(client -> CompletableFuture.runAsync(() -> client.work(goesOn), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        return new ServerLoad(clients, (System.nanoTime() - start) / 1e9);
    }

    double requestsPerSecond() {
        return (submits().length + polls().length) / seconds;
    }

    double tasksPerSecond() {
        return submits().length / seconds;
    }

    /** In ms, ascending. */
    double[] submits() {
        return clients.stream()
                .flatMapToDouble(client -> client.submits().stream().mapToDouble(Double::doubleValue))
                .sorted()
                .toArray();
    }

    /** In ms, ascending. */
    double[] polls() {
        return clients.stream()
                .flatMapToDouble(client -> client.polls().stream().mapToDouble(Double::doubleValue))
                .sorted()
                .toArray();
    }

    List<String> errors() {
        return clients.stream().flatMap(client -> client.errors().stream()).toList();
    }
}
