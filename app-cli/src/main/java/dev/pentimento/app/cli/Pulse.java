package dev.pentimento.app.cli;

import dev.pentimento.ports.failure.PentimentoException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Does something again and again beside what the run does. What fails because the home cannot be read is made up for by the next time. */
final class Pulse extends TimerTask implements AutoCloseable {
    private final Runnable beat;
    private final Timer timer = new Timer("pentimento-pulse", true);
    private boolean over;

    private Pulse(Runnable beat) {
        this.beat = beat;
    }

    /** Begins at once. */
    static Pulse every(Duration pause, Runnable beat) {
        Pulse pulse = new Pulse(beat);
        pulse.timer.schedule(pulse, 0, pause.toMillis());
        return pulse;
    }

    @Override
    public synchronized void run() {
        if (over) {
            return;
        }
        try {
            beat.run();
        } catch (PentimentoException e) {
            return; // there is a next time
        }
    }

    /** Waits for a beat that is under way: there is none after this. */
    @Override
    public synchronized void close() {
        over = true;
        timer.cancel();
    }
}
