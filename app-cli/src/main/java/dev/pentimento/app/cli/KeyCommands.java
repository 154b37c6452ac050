package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.KeyDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.in.RevokeKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys by which users of the server prove who they are. */
final class KeyCommands {
    private KeyCommands() {}

    static CommandLine plant(Session session) {
        return new CommandLine(new Keys())
                .addSubcommand("create", new Create(session))
                .addSubcommand("list", new ListThem(session))
                .addSubcommand("revoke", new Revoke(session));
    }

    @Command(name = "keys", description = "Keys for users of the server, where server.auth.mode is api-key.")
    static final class Keys implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "Say what to do: keys create, keys list or keys revoke");
        }
    }

    @Command(
            name = "create",
            description = "Makes a key for a user and prints it. It is shown this once: only its hash is kept.")
    static final class Create implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "USER", description = "Who the key stands for.")
        private String user = "";

        @Option(names = "--label", paramLabel = "TEXT", description = "What it is for.")
        private String label = "";

        Create(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            byte[] random = new byte[ApiKey.RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            ApiKey key = ApiKey.of(random);
            GrantedKey granted = session.withWorkbench(
                    bench -> bench.useCases().grantKey().handle(new GrantKey.Command(new UserId(user), key, label)));
            Console console = session.console();
            console.line(session.options().json() ? Json.write(KeyDocument.shown(granted, key)) : key.reveal());
            console.hint("Keep it safe: it is not shown again. To take it back: pentimento keys revoke " + key.name());
            return ExitCodes.OK;
        }
    }

    @Command(name = "list", description = "Lists all keys by their beginnings.")
    static final class ListThem implements Callable<Integer> {
        private final Session session;

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<GrantedKey> keys =
                    session.withWorkbench(bench -> bench.useCases().listKeys().handle());
            Console console = session.console();
            if (console.speaksJson()) {
                console.line(Json.write(
                        new KeyDocument.Keys(keys.stream().map(KeyDocument::of).toList())));
            } else if (keys.isEmpty()) {
                console.line("There is no key yet; make one with: pentimento keys create USER");
            } else {
                table(keys).lines().forEach(console::line);
            }
            return ExitCodes.OK;
        }

        private static Columns table(List<GrantedKey> keys) {
            Columns columns = new Columns();
            keys.forEach(key -> columns.row(
                    Columns.Cell.of(key.name()),
                    Columns.Cell.of(key.owner().value()),
                    Columns.Cell.of(key.isValid() ? "valid" : "revoked"),
                    Columns.Cell.of(key.label())));
            return columns;
        }
    }

    @Command(name = "revoke", description = "Takes a key back at once.")
    static final class Revoke implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "KEY", description = "Its beginning, as keys list shows it.")
        private String name = "";

        Revoke(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            GrantedKey revoked =
                    session.withWorkbench(bench -> bench.useCases().revokeKey().handle(new RevokeKey.Command(name)));
            session.console()
                    .line(
                            session.console().speaksJson()
                                    ? Json.write(KeyDocument.of(revoked))
                                    : "Revoked %s of %s".formatted(revoked.name(), revoked.owner()));
            return ExitCodes.OK;
        }
    }
}
