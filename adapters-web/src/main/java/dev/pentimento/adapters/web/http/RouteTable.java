package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All routes, and how they are reached. */
public final class RouteTable {
    /** The attribute of a request that holds whose it is, for the log. */
    public static final String USER = "pentimento.user";

    /** Requests answered at a time: fewer than there are threads, so that the rest can be told. */
    private static final int MOST_AT_A_TIME = 128;

    private final Semaphore room = new Semaphore(MOST_AT_A_TIME);
    private final List<Route> routes;
    private final Callers callers;
    private final Sender sender;
    private final @Nullable URI publicUrl;

    /** @param publicUrl how everybody reaches the server; null = as the request says */
    public RouteTable(List<Route> routes, Callers callers, Sender sender, @Nullable URI publicUrl) {
        this.routes = List.copyOf(routes);
        this.callers = callers;
        this.sender = sender;
        this.publicUrl = publicUrl;
    }

    public List<Route> routes() {
        return routes;
    }

    public void bind(RoutesConfig config) {
        routes.forEach(route -> methods(route)
                .forEach(method -> config.addHttpHandler(method, route.path(), context -> handle(route, context))));
        routes.stream()
                .collect(Collectors.groupingBy(Route::path))
                .forEach((path, all) ->
                        config.addHttpHandler(HandlerType.OPTIONS, path, context -> tellMethods(all, context)));
        config.exception(HttpResponseException.class, this::tell);
        config.exception(Exception.class, this::tell);
    }

    /** What can be read can be asked about without being sent. */
    private static Stream<HandlerType> methods(Route route) {
        HandlerType method = HandlerType.findOrCreate(route.method().name());
        return route.method() == Method.GET ? Stream.of(method, HandlerType.HEAD) : Stream.of(method);
    }

    private void tellMethods(List<Route> all, Context context) {
        String methods = Stream.concat(all.stream().flatMap(RouteTable::methods), Stream.of(HandlerType.OPTIONS))
                .map(HandlerType::name)
                .collect(Collectors.joining(", "));
        sender.send(Answer.nothing().with(Problems.ALLOW, methods), context);
    }

    private void handle(Route route, Context context) {
        if (route.open()) {
            answer(route, Caller.always(UserId.LOCAL), context);
        } else if (room.tryAcquire()) {
            try {
                answer(route, identify(context), context);
            } finally {
                room.release();
            }
        } else {
            throw Problem.of(503, "busy", "Too many requests are being answered; try again soon")
                    .retryAfter(1)
                    .refusal();
        }
    }

    private void answer(Route route, Caller caller, Context context) {
        sender.send(route.handler().handle(new Call(caller, base(context), context)), context);
    }

    private String base(Context context) {
        return publicUrl == null
                ? context.scheme() + "://" + context.host()
                : publicUrl.toString().replaceAll("/+$", "");
    }

    private Caller identify(Context context) {
        Caller caller = callers.identify(context);
        context.attribute(USER, caller.user().value());
        return caller;
    }

    private void tell(Exception failure, Context context) {
        sender.send(Problems.of(failure).answer(), context);
    }
}
