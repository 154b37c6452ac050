package dev.pentimento.app.cli;

import dev.pentimento.ports.in.RefineImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody in a folder with a picture of a cat, who has it refined. */
abstract class RefineScene {
    static final byte[] CAT = {'c', 'a', 't'};

    @TempDir
    Path folder;

    final FakeHome home = new FakeHome();

    @BeforeEach
    void aCatLiesInTheFolder() throws IOException {
        Files.write(folder.resolve("cat.png"), CAT);
    }

    CommandRun here() {
        return new CommandRun(folder, home);
    }

    RefineImage.Command asked() {
        return Objects.requireNonNull(home.bench.refined);
    }
}
