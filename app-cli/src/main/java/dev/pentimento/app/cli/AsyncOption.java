package dev.pentimento.app.cli;

import picocli.CommandLine.Option;

/** Whether a job is waited for. */
final class AsyncOption {
    @Option(names = "--async", description = "Print the job's id and do not wait; the work goes on in the background.")
    private boolean async;

    Task task(String title, Destination destination) {
        if (async && !(destination instanceof Destination.Vault)) {
            throw new IllegalArgumentException(
                    "--async does not wait for the image that -o is to write; get it later with: pentimento watch JOB -o FILE");
        }
        return new Task(title, async, destination);
    }
}
