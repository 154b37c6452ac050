package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReliabilityPageTest {
    @Test
    void pageNamesEveryPoint() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reliability.md"));

        assertThat(page)
                .contains(Arrays.stream(CommitPoint.values())
                        .map(point -> "`" + point + "`")
                        .toList());
    }
}
