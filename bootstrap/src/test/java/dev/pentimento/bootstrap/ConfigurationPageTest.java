package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final String RENEW = "pentimento.renew-pages";

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = ConfigurationPage.renew(page);
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(PAGE, renewed);
            return;
        }

        assertThat(page)
                .as("docs/configuration.md is stale; renew it: mvn -pl bootstrap -am test -Dtest=ConfigurationPageTest "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -D" + RENEW + "=true")
                .isEqualTo(renewed);
    }
}
