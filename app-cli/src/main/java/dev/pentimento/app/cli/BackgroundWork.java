package dev.pentimento.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sees to it that somebody works on a job that is left alone. */
final class BackgroundWork {
    private final Session session;

    BackgroundWork(Session session) {
        this.session = session;
    }

    /** To be called when the job is submitted, not before: whoever is at work looks for more before he leaves. */
    void ensure() {
        if (session.home().isWorkedOn()) {
            return;
        }
        try {
            session.surroundings().background().run(arguments());
        } catch (IOException e) {
            session.console()
                    .note("No worker could be started (%s); start one with: pentimento work".formatted(e.getMessage()));
        }
    }

    /** On the same home, with the same settings; the environment and the working directory are the same anyway. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("work", "--single", "--quiet"));
        session.options().flags().forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        return arguments;
    }
}
