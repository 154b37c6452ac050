package dev.pentimento.app.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFolderTest {
    @TempDir
    Path folder;

    @Test
    void folderThatIsNotThereHoldsNoBatch() {
        assertThat(new BatchFolder(folder.resolve("out")).batch()).isEmpty();
    }

    @Test
    void fileInItsPlaceIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("out"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchFolder(file).batch())
                .withMessageContaining("is a file; name a folder");
    }

    @Test
    void summaryOfSomethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("batch_summary.json"), "{\"batch_id\": \"mine\"}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchFolder(folder).batch())
                .withMessageContaining("is no summary of a batch");
    }
}
