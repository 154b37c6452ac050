package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Callers;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Places;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.RouteTable;
import dev.pentimento.adapters.web.runs.Outcomes;
import dev.pentimento.adapters.web.runs.RunViews;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.spi.OpenHome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.websocket.api.StatusCode;

/** What happens to runs and jobs, told while it happens: by WebSockets, which tell of other things too, and by server-sent events. */
public final class LiveRoutes implements AutoCloseable {
    /** How often to tell that somebody is there. */
    public static final Duration PING = Duration.ofSeconds(20);

    private static final String SOCKET = "/api/v1/ws/{id}";
    private static final String VERSION_HEADER = "Sec-WebSocket-Version";

    /** That of RFC 6455, which all clients have spoken since 2011. */
    private static final String VERSION = "13";

    private static final String TALE = "pentimento.tale";
    private static final String CALLER = "pentimento.caller";
    private static final int MOST_SOCKETS = 512;

    private final Map<String, SocketFlow> sockets = new ConcurrentHashMap<>();
    private final Places places;
    private final Callers callers;
    private final Admission admission;
    private final Broadcast broadcast;
    private final JobEnds ends;
    private final Tales others;
    private final Executor threads;

    /**
     * @param events what is told of the home
     * @param threads gives each task a thread of its own
     * @param ping how often to tell that somebody is there
     * @param others what sockets tell of beside runs and jobs
     * @param shared whether there are several users
     */
    public LiveRoutes(
            OpenHome home,
            FollowEvents events,
            Callers callers,
            Executor threads,
            Duration ping,
            Tales others,
            boolean shared) {
        RunViews views = RunViews.of(home);
        this.callers = callers;
        this.admission = new Admission(events);
        this.broadcast = new Broadcast(events, new Outcomes(views), ping);
        this.ends = new JobEnds(home.reportJobs());
        this.threads = threads;
        this.others = others;
        this.places = Places.of(MOST_SOCKETS, shared);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/events/{id}", "What happens to a run or job, as server-sent events", this::stream)
                        .parameter("since", Long.class, "The seq of the last message that is known already")
                        .answers(200, Void.class)
                        .answers(204, Void.class)
                        .problems(404, 422, 503),
                Route.get(SOCKET, "What happens to a run, job or batch, as a WebSocket", LiveRoutes::askForASocket)
                        .parameter("since", Long.class, "The seq of the last message that is known already")
                        .answers(101, Void.class)
                        .problems(404, 422, 426, 503));
    }

    /** Whoever opens a WebSocket does not come here. */
    private static Answer askForASocket(Call call) {
        throw upgrade("This address is for WebSockets; open it as one, or read /api/v1/events");
    }

    private static Refusal upgrade(String message) {
        return Problem.of(426, "upgrade_required", message)
                .with("Upgrade", "websocket")
                .with(VERSION_HEADER, VERSION)
                .refusal();
    }

    /** A job is listened to until it is over; a run may get further jobs. */
    private Answer stream(Call call) {
        Listening listening = admission.admit(call.caller(), call.context());
        End end = listening.scope().match(job -> ends.of(call.user(), job.job()), run -> End.NEVER);
        if (end.isReachedBy(listening.since())) {
            return Answer.nothing();
        }
        return Answer.flowing("text/event-stream", out -> {
            send(out, "retry: 2000\n\n");
            broadcast.tell(listening, end, envelope -> send(out, text(envelope)));
        });
    }

    private static String text(Envelope envelope) {
        return "id: %d\ndata: %s\n\n".formatted(envelope.seq(), Json.text(envelope));
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The sockets, which are no routes. */
    public void bind(RoutesConfig config) {
        config.wsBeforeUpgrade(SOCKET, this::admit);
        config.ws(SOCKET, this::serve);
    }

    /** Pages of other origins have not come this far. */
    private void admit(Context request) {
        if (!VERSION.equals(request.header(VERSION_HEADER))) {
            throw upgrade("WebSockets of this version are not spoken here; open one of version " + VERSION);
        }
        Caller caller = callers.identify(request);
        request.attribute(RouteTable.USER, caller.user().value());
        if (!places.isThereOneFor(caller.user())) {
            throw Problems.tooManyListen().refusal();
        }
        request.attribute(CALLER, caller);
        request.attribute(TALE, tale(caller, request));
    }

    private Tale tale(Caller caller, Context request) {
        return others.find(caller.user(), request.pathParam("id"), Admission.since(request))
                .orElseGet(() -> {
                    Listening listening = admission.admit(caller, request);
                    return hearer -> broadcast.tell(listening, End.NEVER, hearer::hear);
                });
    }

    private void serve(WsConfig socket) {
        socket.onConnect(this::begin);
        socket.onClose(this::end);
        socket.onError(this::end);
    }

    private void begin(WsConnectContext socket) {
        Tale tale = socket.attribute(TALE);
        Caller caller = socket.attribute(CALLER);
        if (tale == null || caller == null) {
            socket.closeSession(StatusCode.SERVER_ERROR, "Nothing to listen to");
            return;
        }
        if (!places.take(caller.user())) {
            socket.closeSession(StatusCode.TRY_AGAIN_LATER, "Too many listen already");
            return;
        }
        SocketFlow flow = new SocketFlow(socket.session, caller, tale);
        sockets.put(socket.sessionId(), flow);
        threads.execute(flow);
    }

    private void end(WsContext socket) {
        SocketFlow flow = sockets.remove(socket.sessionId());
        if (flow != null) {
            flow.hangUp();
            places.leave(flow.user());
        }
    }

    /** Ends the sockets; streams are ended by who sends them. */
    @Override
    public void close() {
        sockets.values().forEach(SocketFlow::end);
    }
}
