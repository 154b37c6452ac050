package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.spi.SigningKey;
import dev.pentimento.testkit.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of a home's servers. */
class SigningKeyFileTest {
    @TempDir
    Path home;

    @Test
    void keyIsMadeOnceAndReadByItsOwnerAlone() throws IOException {
        SigningKey key = SigningKeyFile.of(home);

        assertThat(SigningKeyFile.of(home)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("server.key"))))
                .isEqualTo("rw-------");
        assertThat(key.toString())
                .doesNotContain(Files.readString(home.resolve("server.key")).strip());
    }

    @Test
    void keysOfTwoHomesDiffer() throws IOException {
        Path other = Files.createDirectory(home.resolve("other"));

        assertThat(SigningKeyFile.of(other)).isNotEqualTo(SigningKeyFile.of(home));
    }

    @Test
    void ofManyWhoComeAtOnceAllGetTheSame() throws IOException {
        assertThat(Crowd.of(16, () -> SigningKeyFile.of(home))).containsOnly(SigningKeyFile.of(home));
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void damagedKeyIsToldWithWhatToDo() throws IOException {
        Files.writeString(home.resolve("server.key"), "rubbish");

        assertThatThrownBy(() -> SigningKeyFile.of(home))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("remove it");
    }
}
