package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.OtherProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @TempDir
    private Path home;

    @RepeatedTest(3)
    void killedPainterLosesNothingItSaidItHadAdded(RepetitionInfo repetition) throws IOException, SQLException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> said = new ArrayList<>();
        said.addAll(paintAndKillAfter(20 + random.nextInt(60)));
        said.addAll(paintAndKillAfter(20 + random.nextInt(60)));

        ImageVault vault = new FileImageVaultFactory().open(home);
        try (Records records = new SqliteRecordsFactory().open(home)) {
            List<Version> versions = records.read(reader -> reader.versionsStartingWith(UserId.LOCAL, ""));
            assertThat(versions).extracting(version -> version.id().toString()).containsAll(said);
            assertThat(versions)
                    .allSatisfy(version -> assertThat(
                                    vault.load(version.image().digest()).digest())
                            .isEqualTo(version.image().digest()));
        }
        try (Sql sql = Sql.on(home)) {
            assertThat(sql.one("pragma integrity_check")).isEqualTo("ok");
            assertThat(sql.one("pragma foreign_key_check")).isNull();
        }
    }

    /** Kills it in the midst of what comes after {@code versions} versions; returns all that it said it had added. */
    private List<String> paintAndKillAfter(int versions) throws IOException {
        Process painter = OtherProcess.start(Painter.class, home);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = painter.inputReader()) {
            for (int i = 0; i < versions; i++) {
                said.add(lines.readLine());
            }
            painter.toHandle().destroyForcibly(); // and leave its output open
            lines.lines().filter(line -> line.length() == 36).forEach(said::add);
        }
        OtherProcess.end(painter);
        return said;
    }
}
