package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DutyTest {
    @TempDir
    private Path home;

    @Test
    void nobodyIsOnDutyInAHomeThatIsNotThere() {
        Path nowhere = home.resolve("nowhere");

        assertThat(new Duty(nowhere).isKept()).isFalse();
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void dutyIsKeptUntilTheLastOneHereEndsIt() {
        Duty one = new Duty(home);
        Duty other = new Duty(home);
        one.begin();
        one.begin();
        other.begin();

        one.end();
        assertThat(one.isKept()).isTrue();

        other.end();
        assertThat(one.isKept()).isFalse();
    }

    @Test
    void whoIsNotOnDutyEndsNothing() {
        Duty one = new Duty(home);
        one.begin();

        new Duty(home).end();

        assertThat(new Duty(home).isKept()).isTrue();
        one.end();
    }

    @Test
    void dutyElsewhereIsSeenUntilThatProcessIsGoneHoweverItEnds() throws IOException, InterruptedException {
        Process other = Sentry.post(home);
        assertThat(new Duty(home).isKept()).isTrue();

        other.destroyForcibly().waitFor();

        assertThat(new Duty(home).isKept()).isFalse();
    }

    /** Looking closes the file, and with it would go the lock of a process that looks at its own. */
    @Test
    void lookingDisturbsNobody() throws IOException, InterruptedException {
        Process other = Sentry.post(home);
        Duty here = new Duty(home);
        here.begin();
        assertThat(new Duty(home).isKept()).isTrue();

        other.destroyForcibly().waitFor();

        assertThat(Sentry.sees(home)).isTrue();
        here.end();
        assertThat(Sentry.sees(home)).isFalse();
    }
}
