package dev.pentimento.app.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalProbeTest {
    @Test
    void theLauncherIsBelievedForEachStream() {
        TerminalProbe probe = new TerminalProbe(Map.of("PENTIMENTO_TTY_OUT", "1", "PENTIMENTO_TTY_ERR", "0"));

        assertThat(probe.outIsTerminal()).isTrue();
        assertThat(probe.errIsTerminal()).isFalse();
    }

    @Test
    void whatTheLauncherSaysIsNoSetting() {
        assertThat(TerminalProbe.withoutHints(Map.of("PENTIMENTO_TTY_OUT", "1", "PENTIMENTO_HOME", "h")))
                .isEqualTo(Map.of("PENTIMENTO_HOME", "h"));
    }
}
