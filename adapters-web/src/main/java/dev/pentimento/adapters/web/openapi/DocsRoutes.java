package dev.pentimento.adapters.web.openapi;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The documents that tell of all routes, themselves included. They are made once, when somebody asks first. */
public final class DocsRoutes {
    private static final String NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'";

    private final List<Route> all = new ArrayList<>();
    private final boolean keysAreAsked;
    private volatile byte[] document = new byte[0];
    private volatile byte[] page = new byte[0];

    private DocsRoutes(boolean keysAreAsked) {
        this.keysAreAsked = keysAreAsked;
    }

    /**
     * The routes, and those that tell of them.
     *
     * @param keysAreAsked whether callers have to say who they are where a route is not open
     */
    public static List<Route> with(List<Route> routes, boolean keysAreAsked) {
        DocsRoutes docs = new DocsRoutes(keysAreAsked);
        docs.all.addAll(routes);
        docs.all.add(Route.get("/openapi.json", "This API as an OpenAPI document", call -> docs.document())
                .answers(200, Object.class)
                .forEveryone());
        docs.all.add(Route.get("/docs", "This API as a page for people", call -> docs.page())
                .answers(200, Void.class)
                .forEveryone());
        return List.copyOf(docs.all);
    }

    private Answer document() {
        if (document.length == 0) {
            document = Json.bytes(new OpenApiDocument(all, keysAreAsked).document());
        }
        return Answer.file("application/json", document);
    }

    private Answer page() {
        if (page.length == 0) {
            page = new DocsPage(all, keysAreAsked).html().getBytes(StandardCharsets.UTF_8);
        }
        return Answer.file("text/html; charset=utf-8", page).with("Content-Security-Policy", NOTHING_FROM_OUTSIDE);
    }
}
