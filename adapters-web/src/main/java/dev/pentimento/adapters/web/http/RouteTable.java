package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All routes, and how they are reached. */
public final class RouteTable {
    /** The attribute of a request that holds whose it is, for the log. */
    public static final String USER = "pentimento.user";

    /** Requests answered at a time: fewer than there are threads, so that the rest can be told. */
    private static final int MOST_AT_A_TIME = 128;

    private static final String LOCATION = "Location";

    private final Places places;
    private final UploadMemory memory;
    private final List<Route> routes;
    private final Callers callers;
    private final Sender sender;
    private final @Nullable URI publicUrl;

    /**
     * @param publicUrl how everybody reaches the server; null = as the request says
     * @param shared whether there are several users
     */
    public RouteTable(List<Route> routes, Callers callers, Sender sender, @Nullable URI publicUrl, boolean shared) {
        this(routes, callers, sender, publicUrl, shared, UploadMemory.ofThisMachine());
    }

    RouteTable(
            List<Route> routes,
            Callers callers,
            Sender sender,
            @Nullable URI publicUrl,
            boolean shared,
            UploadMemory memory) {
        this.memory = memory;
        this.routes = List.copyOf(routes);
        this.callers = callers;
        this.sender = sender;
        this.publicUrl = publicUrl;
        this.places = Places.of(MOST_AT_A_TIME, shared);
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
        } else {
            answerInTurn(route, identify(context), context);
        }
    }

    private void answerInTurn(Route route, Caller caller, Context context) {
        if (!places.take(caller.user())) {
            throw Problem.of(503, "busy", "Too many requests are being answered; try again soon")
                    .retryAfter(1)
                    .refusal();
        }
        try (UploadMemory.Share share = memory.share()) {
            context.attribute(UploadMemory.SHARE, share);
            answer(route, caller, context);
        } finally {
            places.leave(caller.user());
        }
    }

    private void answer(Route route, Caller caller, Context context) {
        sender.send(located(route.handler().handle(new Call(caller, base(context), context))), context);
    }

    /** Whoever follows a path below an address with a path of its own must be told both. */
    private Answer located(Answer answer) {
        String path = answer.headers().get(LOCATION);
        return path == null || publicUrl == null ? answer : answer.with(LOCATION, publicPath(publicUrl) + path);
    }

    private static String publicPath(URI publicUrl) {
        return withoutSlash(publicUrl.getRawPath());
    }

    private String base(Context context) {
        return publicUrl == null ? context.scheme() + "://" + context.host() : withoutSlash(publicUrl.toString());
    }

    private static String withoutSlash(String address) {
        return address.replaceAll("/+$", "");
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
