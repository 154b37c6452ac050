package dev.pentimento.app.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    private static final byte[] NEW = {'n', 'e', 'w'};

    @TempDir
    private Path folder;

    @Test
    void theEndingSaysTheFormat() {
        assertThat(OutputFile.named("a.JPEG", folder).mediaType()).isEqualTo(MediaType.JPEG);
        assertThat(OutputFile.named("a.png", folder).mediaType()).isEqualTo(MediaType.PNG);
    }

    @Test
    void pathsAreAbsoluteAndNormal() {
        assertThat(OutputFile.named("./a.png", folder).path()).isAbsolute().isEqualTo(folder.resolve("a.png"));
    }

    @Test
    void whatWasThereIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(folder.resolve("a.png"), "old and longer");

        OutputFile.named("a.png", folder).write(NEW);

        assertThat(folder.resolve("a.png")).hasBinaryContent(NEW);
        assertThat(folder.toFile().list()).containsExactly("a.png");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksAreFollowed() throws IOException {
        Path real = Files.createFile(folder.resolve("real.png"));
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), real);

        OutputFile.named("link.png", folder).write(NEW);

        assertThat(real).hasBinaryContent(NEW);
        assertThat(link).isSymbolicLink();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void devicesAreWrittenToAndNeverReplaced() {
        OutputFile.named("/dev/null", folder).write(NEW);

        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void namesWithoutAFormatAreRefused() {
        assertThatThrownBy(() -> OutputFile.named("picture", folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'picture' must end in .png, .jpg or .jpeg");
    }
}
