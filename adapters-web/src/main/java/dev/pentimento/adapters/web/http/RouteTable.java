package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;

/** All routes, and how they are reached. */
public final class RouteTable {
    /** The attribute of a request that holds whose it is, for the log. */
    public static final String USER = "pentimento.user";

    private final List<Route> routes;
    private final Callers callers;
    private final Sender sender;

    public RouteTable(List<Route> routes, Callers callers, Sender sender) {
        this.routes = List.copyOf(routes);
        this.callers = callers;
        this.sender = sender;
    }

    public List<Route> routes() {
        return routes;
    }

    public void bind(RoutesConfig config) {
        routes.forEach(route -> config.addHttpHandler(
                HandlerType.findOrCreate(route.method().name()), route.path(), context -> handle(route, context)));
        config.exception(HttpResponseException.class, this::tell);
        config.exception(Exception.class, this::tell);
    }

    private void handle(Route route, Context context) {
        UserId user = route.open() ? UserId.LOCAL : identify(context);
        sender.send(route.handler().handle(new Call(user, context)), context);
    }

    private UserId identify(Context context) {
        UserId user = callers.identify(context);
        context.attribute(USER, user.value());
        return user;
    }

    private void tell(Exception failure, Context context) {
        sender.send(Problems.of(failure).answer(), context);
    }
}
