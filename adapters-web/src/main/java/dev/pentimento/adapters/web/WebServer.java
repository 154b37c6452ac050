package dev.pentimento.adapters.web;

import dev.pentimento.adapters.web.auth.Identification;
import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.adapters.web.batches.BatchRoutes;
import dev.pentimento.adapters.web.concepts.ConceptRoutes;
import dev.pentimento.adapters.web.edge.Gate;
import dev.pentimento.adapters.web.edge.Visitors;
import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.LastResort;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.RouteTable;
import dev.pentimento.adapters.web.http.Sender;
import dev.pentimento.adapters.web.live.LiveRoutes;
import dev.pentimento.adapters.web.metrics.Meters;
import dev.pentimento.adapters.web.openapi.DocsRoutes;
import dev.pentimento.adapters.web.runs.RunFamily;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.spi.Authentication;
import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.Server;
import dev.pentimento.ports.spi.ServerSettings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** The server, put together. */
final class WebServer implements Server {
    /** How long answers under way may take to end, in ms. */
    private static final long STOPPING = 10_000;

    /** How long connections without a request may stay open then, in ms. */
    private static final long IDLE_AT_THE_END = 100;

    private static final int MAX_HEADERS = 16 << 10;

    private final ServerSettings settings;
    private final Sender sender;
    private final LiveRoutes live;
    private final BatchRoutes batches;
    private final Meters meters;
    private final RouteTable table;
    private final Javalin javalin;
    private volatile int port;
    private volatile boolean ending;

    private WebServer(ServerSettings settings, OpenHome home) {
        this.settings = settings;
        boolean shared = isShared();
        this.sender = new Sender(new FlowThreads(), shared);
        this.meters = Meters.of(home);
        Identification identification =
                new Identification(settings.authentication(), home.identifyUser(), InstantSource.system());
        FollowEvents events = meters.timed(home.followEvents());
        this.batches = new BatchRoutes(home, new FlowThreads(), InstantSource.system());
        this.live = new LiveRoutes(
                home, events, identification.callers(), new FlowThreads(), LiveRoutes.PING, batches.tales(), shared);
        this.table = new RouteTable(
                routes(home, events, identification), identification.callers(), sender, settings.publicUrl(), shared);
        this.javalin = Javalin.create(this::configure);
    }

    /** By several users, who have to say who they are. */
    private boolean isShared() {
        return !(settings.authentication() instanceof Authentication.Nothing);
    }

    static WebServer start(ServerSettings settings, OpenHome home) {
        WebServer server = new WebServer(settings, home);
        try {
            server.port = server.javalin.start().port();
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

    private List<Route> routes(OpenHome home, FollowEvents events, Identification identification) {
        InstantSource clock = InstantSource.system();
        SignedAddresses addresses = new SignedAddresses(settings.signingKey(), settings.signedUrlTtl(), clock);
        List<Route> routes = Stream.of(
                        new HealthRoutes(home.countOpenJobs(), () -> ending).routes(),
                        meters.routes(),
                        identification.routes(),
                        ConceptRoutes.of(home, events, addresses, clock, this::address),
                        RunFamily.routes(home, clock),
                        batches.routes(),
                        live.routes())
                .flatMap(List::stream)
                .toList();
        return DocsRoutes.with(routes, isShared());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.requestLogger.http(meters::answered);
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.asyncTimeout = 0;
        config.router.ignoreTrailingSlashes = true;
        config.router.javaLangErrorHandler(LastResort::answer);
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOPPING);
            Gate.guard(server, visitors());
        });
        config.jetty.modifyServletContextHandler(context -> {
            context.setMaxFormContentSize(Form.MAX_TEXT);
            rememberNobody(context.getSessionHandler());
            context.addServletContainerInitializer((classes, servlets) -> compressNoMessages(context));
        });
        config.jetty.modifyHttpConfiguration(WebServer::configure);
        table.bind(config.routes);
        live.bind(config.routes);
    }

    /** Each WebSocket that is asked for begins a session, and nobody would ever end it. */
    private static void rememberNobody(SessionHandler sessions) {
        sessions.setUsingCookies(false);
        SessionCache none = new NullSessionCache(sessions);
        none.setSessionDataStore(new NullSessionDataStore());
        sessions.setSessionCache(none);
    }

    /** It would cost each WebSocket some 300 kB, and Node loses messages that it is still unpacking when the server says that it was the last. */
    private static void compressNoMessages(ServletContextHandler context) {
        WebSocketServerComponents.getWebSocketComponents(context)
                .getExtensionRegistry()
                .unregister("permessage-deflate");
    }

    private Visitors visitors() {
        return new Visitors(Set.copyOf(settings.allowedOrigins()), settings.host(), settings.publicUrl(), !isShared());
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
    }

    @Override
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://%s:%d".formatted(host, port));
    }

    @Override
    public void close() {
        ending = true;
        batches.close();
        sender.close();
        live.close();
        waitForNoIdleConnection();
        javalin.stop();
        meters.close();
    }

    /** Those that are kept open for a next request would otherwise be waited for a second each time. */
    private void waitForNoIdleConnection() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((AbstractConnector) connector).setShutdownIdleTimeout(IDLE_AT_THE_END);
        }
    }
}
