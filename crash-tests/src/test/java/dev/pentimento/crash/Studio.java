package dev.pentimento.crash;

import dev.pentimento.adapters.persistence.SqliteRecordsFactory;
import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.PaidProviderFactory;
import dev.pentimento.testkit.paid.PaidServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A home, the vendor its work is paid to, and whoever works in it. The vendor and the books are in the hands of the test. */
final class Studio implements AutoCloseable {
    /** The shortest that settings allow. */
    static final String LEASE = "5s";

    private static final int ALL = 100_000;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Mode mode;
    private final PaidServer vendor = PaidServer.open();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Records books;
    private final Pentimento desk;

    private Studio(Path home, Mode mode, Map<String, String> more) {
        this.mode = mode;
        settings.put("home", home.toString());
        settings.put("jobs.lease", LEASE);
        settings.put("jobs.poll", "100ms");
        settings.put("jobs.max-attempts", "100");
        settings.put("providers.edit", PaidProviderFactory.NAME + "," + WatchedPaidFactory.StandIn.NAME);
        settings.put("providers.fallback", "when-not-billed");
        configure(PaidProviderFactory.NAME);
        configure(WatchedPaidFactory.StandIn.NAME);
        settings.putAll(more);
        this.desk = open(Working.ON_NOTHING);
        this.books = new SqliteRecordsFactory().open(home);
    }

    private void configure(String provider) {
        String prefix = "providers." + provider + ".";
        settings.put(prefix + "url", vendor.url().toString());
        settings.put(prefix + "mode", mode.setting());
        settings.put(prefix + "price-micro-usd", Long.toString(PaidServer.PRICE_MICRO_USD));
        settings.put(prefix + "concurrency", "256");
        settings.put(prefix + "requests-per-second", "1000");
    }

    static Studio open(Path home, Mode mode) {
        return open(home, mode, Map.of());
    }

    /** @param more settings beside the usual ones, or instead of them */
    static Studio open(Path home, Mode mode, Map<String, String> more) {
        return new Studio(home, mode, more);
    }

    Mode mode() {
        return mode;
    }

    String setting(String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    PaidServer vendor() {
        return vendor;
    }

    /** What holds the vendor up until {@link #openGate}. */
    CountDownLatch gate() {
        return gate;
    }

    void openGate() {
        gate.countDown();
    }

    /** The home in this process. */
    Pentimento open(Working working) {
        Settings all = Settings.defaults();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            all = all.with(setting.getKey(), setting.getValue());
        }
        return Pentimento.open(all, working);
    }

    /** The home in a process of its own. */
    WorkerProcess start(Working working, String... faults) {
        List<String> arguments = new ArrayList<>(List.of(working.name()));
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        arguments.add("storage.records=" + WatchedSqliteFactory.NAME);
        arguments.add("storage.images=" + WatchedFilesFactory.NAME);
        return WorkerProcess.start(List.of(faults), arguments);
    }

    Job submit(int candidates, String prompt) {
        return desk.refineImage()
                .handle(Orders.refine(candidates, prompt))
                .job()
                .orElseThrow();
    }

    <T> T read(Function<RecordReader, T> work) {
        return books.read(work);
    }

    List<Job> jobs() {
        return read(reader -> reader.latestJobs(UserId.LOCAL, ALL));
    }

    Job now(Job job) {
        return read(reader -> reader.job(job.id())).orElseThrow();
    }

    List<CallStatus> callsOf(Job job) {
        return read(reader -> reader.calls(job.id())).stream()
                .map(ProviderCall::status)
                .toList();
    }

    void awaitFinal(Job job) {
        Patience.await(
                () -> read(reader -> reader.job(job.id())).filter(Job::isFinal).isPresent());
    }

    void awaitCall(Job job, CallStatus status) {
        Patience.await(() -> callsOf(job).contains(status));
    }

    /** Has everything done that is still to be done, by this process. */
    void finish() {
        Pentimento successor = open(Working.ON_ALL_JOBS);
        try {
            Patience.await(this::isAtRest);
        } finally {
            successor.close();
        }
    }

    /** Whether nothing is waited for any more: what a provider accepted may be asked for by a retry alone. */
    boolean isAtRest() {
        return jobs().stream().allMatch(Job::isFinal)
                && read(RecordReader::openCalls).stream().allMatch(call -> call.status() == CallStatus.ACCEPTED)
                && dispatched() == 0;
    }

    /** How many jobs wait in the dispatcher's table, or are in somebody's hands. */
    private int dispatched() {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from scheduled_tasks")) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Path database() {
        return Path.of(setting("home"), "pentimento.db");
    }

    int bills() {
        return vendor.billing().billed();
    }

    @Override
    public void close() {
        gate.countDown();
        desk.close();
        books.close();
        vendor.close();
    }
}
