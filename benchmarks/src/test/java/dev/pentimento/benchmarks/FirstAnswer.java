package dev.pentimento.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long the server takes from its start to its first answer. */
final class FirstAnswer {
    private static final int TIMES = 9;
    private static final double MOST = 1.5;
    private static final String SAYS = "Listening on ";

    private final Path root;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    FirstAnswer(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    Table table() throws IOException {
        List<Double> launched = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        String jar = root.resolve(Path.of(".launcher", "pentimento.jar")).toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        once(root.resolve("pentimento").toString());
        for (int i = 0; i < TIMES; i++) {
            launched.add(once(root.resolve("pentimento").toString()));
            bare.add(once(java, "-jar", jar));
        }
        double median = median(launched);
        return Table.of("median of " + TIMES + " runs, s", "as launched", "plain JVM", "aim (as launched)")
                .row(
                        "`serve` until `/health/ready` says 200",
                        Table.number(median, 2),
                        Table.number(median(bare), 2),
                        "<= 1.5 s: " + Table.verdict(median <= MOST));
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double once(String... command) throws IOException {
        List<String> words = Stream.concat(Stream.of(command), Stream.of("serve", "--port", "0"))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(root.toFile()).redirectError(new File("/dev/null"));
        builder.environment().put("PENTIMENTO_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            isReady(process.inputReader().readLine());
            return (System.nanoTime() - start) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private void isReady(String said) throws IOException, InterruptedException {
        URI server = URI.create(said.substring(SAYS.length()));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.resolve("/health/ready")).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The server is not ready: " + answer.body());
        }
    }
}
