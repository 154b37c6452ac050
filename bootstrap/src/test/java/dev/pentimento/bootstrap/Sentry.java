package dev.pentimento.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that is on duty in a home, or looks whether anybody is. */
final class Sentry {
    private static final char READY = '+';
    private static final String LOOK = "look";

    private Sentry() {}

    /** Is on duty until it is killed. */
    static Process post(Path home) throws IOException {
        Process process = start(home.toString());
        if (process.getInputStream().read() != READY) {
            throw new IOException("The other process ended: " + process);
        }
        return process;
    }

    /** Whether another process sees somebody on duty. */
    static boolean sees(Path home) throws IOException, InterruptedException {
        return start(home.toString(), LOOK).waitFor() == 0;
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sentry.class.getName());
        builder.command().addAll(List.of(arguments));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Duty duty = new Duty(Path.of(arguments[0]));
        if (arguments.length > 1) {
            System.exit(duty.isKept() ? 0 : 1);
        }
        duty.begin();
        System.out.print(READY);
        System.out.flush();
        Thread.currentThread().join();
    }
}
