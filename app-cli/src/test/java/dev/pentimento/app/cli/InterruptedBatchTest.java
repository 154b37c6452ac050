package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.batch.LoopVendors;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.spi.OpenHome;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the moment in which the batch is about to be begun. */
class InterruptedBatchTest {
    private static final String[] BATCH = {"batch", "prompts.json", "--output-dir", "out", "--max-iterations", "1"};

    @TempDir
    private Path folder;

    private final LoopVendors vendors = new LoopVendors();
    private final FakeSignals signals = new FakeSignals();

    @BeforeEach
    void thereIsAFileOfPrompts() throws IOException {
        Files.writeString(folder.resolve("prompts.json"), """
                {"prompts": [{"id": "fox", "prompt": "a red fox"}, {"id": "owl", "prompt": "an owl at night"}]}""");
    }

    @AfterEach
    void close() {
        vendors.close();
    }

    private CommandRun command(Function<Settings.Sources, Home> homes) {
        CommandRun run = new CommandRun(folder, homes)
                .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("HOME", folder.toString())
                .with("PENTIMENTO_HOME", folder.resolve("home").toString())
                .interruptedBy(signals);
        vendors.environment().forEach(run::with);
        return run;
    }

    private static <T> Object changed(Class<T> type, Object real, String method, UnaryOperator<Object> change) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            try {
                Object result = called.invoke(real, arguments);
                return called.getName().equals(method) ? change.apply(result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** What runs batches tells {@code before} first. */
    private static Home telling(Home home, Runnable before) {
        return (Home) changed(
                Home.class,
                home,
                "openForJobs",
                bench -> changed(
                        Workbench.class,
                        bench,
                        "useCases",
                        cases -> changed(OpenHome.class, cases, "runBatch", batch -> (RunBatch) command -> {
                            before.run();
                            return ((RunBatch) batch).handle(command);
                        })));
    }

    @Test
    void batchThatIsNotBegunYetIsCalledOffWhenItIs() throws IOException {
        CommandRun[] run = new CommandRun[1];
        run[0] = command(sources -> telling(ConfiguredHome.from(sources), () -> {
            signals.send(Cause.CTRL_C);
            run[0].awaitErr("nothing new is begun");
        }));

        Ending ending = run[0].run(BATCH);

        assertThat(ending.code()).as(ending.err()).isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(vendors.orders()).isEmpty();
        JsonNode prompts = new ObjectMapper()
                .readTree(folder.resolve("out/batch_summary.json").toFile())
                .path("prompts");
        assertThat(prompts)
                .hasSize(2)
                .allMatch(prompt -> prompt.path("stop_reason").asText().equals("canceled"));

        Ending resumed = command(ConfiguredHome::from)
                .run("batch", "prompts.json", "--output-dir", "out", "--max-iterations", "1", "--resume");

        assertThat(resumed.code()).as(resumed.err()).isZero();
    }
}
