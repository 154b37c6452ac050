package dev.pentimento.adapters.web;

import dev.pentimento.adapters.web.auth.LocalCallers;
import dev.pentimento.adapters.web.edge.Gate;
import dev.pentimento.adapters.web.http.Callers;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.RouteTable;
import dev.pentimento.adapters.web.http.Sender;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.Server;
import dev.pentimento.ports.spi.ServerSettings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;

/** The server, put together. */
final class WebServer implements Server {
    /** How long answers under way may take to end, in ms. */
    private static final long STOPPING = 5_000;

    private static final int MAX_HEADERS = 16 << 10;

    private final ServerSettings settings;
    private final Sender sender = new Sender(new FlowThreads());
    private final RouteTable table;
    private final Javalin javalin;
    private volatile boolean ending;

    private WebServer(ServerSettings settings, OpenHome home) {
        this.settings = settings;
        this.table = new RouteTable(routes(home), callers(settings), sender);
        this.javalin = Javalin.create(this::configure);
    }

    static WebServer start(ServerSettings settings, OpenHome home) {
        WebServer server = new WebServer(settings, home);
        try {
            server.javalin.start();
        } catch (JavalinException e) {
            throw new InvalidSettings(
                    List.of("Cannot listen on %s, port %d: %s. Choose another with server.host and server.port"
                            .formatted(settings.host(), settings.port(), reason(e))));
        }
        return server;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private List<Route> routes(OpenHome home) {
        return Stream.of(new HealthRoutes(home.countOpenJobs(), () -> ending).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static Callers callers(ServerSettings settings) {
        return switch (settings.authentication()) {
            case NONE -> new LocalCallers();
            case JWT, API_KEY ->
                throw new InvalidSettings(List.of("server.auth.mode is %s, which this server does not know yet"
                        .formatted(settings.authentication())));
        };
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.asyncTimeout = 0;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOPPING);
            Gate.guard(server, Set.copyOf(settings.allowedOrigins()));
        });
        config.jetty.modifyHttpConfiguration(WebServer::configure);
        table.bind(config.routes);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
    }

    @Override
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://%s:%d".formatted(host, javalin.port()));
    }

    @Override
    public void close() {
        ending = true;
        sender.close();
        javalin.stop();
    }
}
