package dev.pentimento.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What many clients saw who each submit, ask until it is done, and begin anew, all at once. Keeps no more than this, so that what is seen of the heap is
 * the server's.
 *
 * @param errors what was not answered as it should be
 */
record ServerLoad(double seconds, Times submits, Times polls, List<String> errors) {
    /** One for all loads: the JDK keeps the connections of a client that nobody uses for twenty minutes. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How long so many requests took, in ms. */
    record Times(int count, double p50, double p99) {
        private static Times of(List<TaskClient> clients, Function<TaskClient, List<Double>> kind) {
            double[] ascending = clients.stream()
                    .flatMapToDouble(client -> kind.apply(client).stream().mapToDouble(Double::doubleValue))
                    .sorted()
                    .toArray();
            return new Times(ascending.length, share(ascending, 0.5), share(ascending, 0.99));
        }

        private static double share(double[] ascending, double share) {
            return ascending[(int) Math.min(ascending.length - 1, ascending.length * share)];
        }
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
        return new ServerLoad(
                (System.nanoTime() - start) / 1e9,
                Times.of(clients, TaskClient::submits),
                Times.of(clients, TaskClient::polls),
                clients.stream().flatMap(client -> client.errors().stream()).toList());
    }

    double requestsPerSecond() {
        return (submits.count + polls.count) / seconds;
    }

    double tasksPerSecond() {
        return submits.count / seconds;
    }
}
