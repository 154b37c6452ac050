package dev.pentimento.crash;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.testkit.Crowd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process that works in a home, and does what it reads: {@code refine CANDIDATES PROMPT}, {@code crowd HOW_MANY} (so many refinements at once),
 * {@code retry JOB} and {@code cancel JOB}; each is answered by one line. It ends when there is nothing more to read, or when it is asked to.
 */
final class Worker {
    static final String READY = "ready";

    private final Pentimento pentimento;

    private Worker(Pentimento pentimento) {
        this.pentimento = pentimento;
    }

    /** @param arguments what is worked on, and then the settings, each as {@code key=value} */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.defaults();
        for (String setting : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = setting.split("=", 2);
            settings = settings.with(parts[0], parts[1]);
        }
        Pentimento pentimento = Pentimento.open(settings, Pentimento.Working.valueOf(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(pentimento)));
        new Worker(pentimento).listen();
    }

    private static void end(Pentimento pentimento) {
        if (Faults.forget(Faults.Protection.FAREWELL)) {
            pentimento.close(Duration.ZERO);
        } else {
            pentimento.close();
        }
    }

    private void listen() throws IOException {
        say(READY);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            say(answer(line.split(" ", 2)));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private String answer(String[] command) {
        try {
            return switch (command[0]) {
                case "refine" -> refine(command[1].split(" ", 2));
                case "crowd" -> crowd(Integer.parseInt(command[1]));
                case "retry" -> retry(JobId.parse(command[1]));
                case "cancel" -> cancel(JobId.parse(command[1]));
                default -> "what?";
            };
        } catch (PentimentoException e) {
            return "failed " + e.getMessage();
        }
    }

    private String refine(String[] words) {
        return shown(pentimento.refineImage().handle(Orders.refine(Integer.parseInt(words[0]), words[1])));
    }

    private String crowd(int size) {
        return Crowd.of(size, () -> refine(new String[] {"1", "one of a crowd"})).stream()
                .map(answer -> answer.split(" ", 2)[0])
                .collect(Collectors.joining(" "));
    }

    private static String shown(RefineImage.Submission submission) {
        return submission instanceof RefineImage.Accepted accepted
                ? "accepted " + accepted.accepted().id()
                : submission.getClass().getSimpleName();
    }

    private String retry(JobId job) {
        return pentimento
                .retryJob()
                .handle(new RetryJob.Command(UserId.LOCAL, job, true))
                .getClass()
                .getSimpleName();
    }

    private String cancel(JobId job) {
        return pentimento
                .cancelJob()
                .handle(new CancelJob.Command(UserId.LOCAL, job))
                .status()
                .label();
    }
}
