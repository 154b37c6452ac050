package dev.pentimento.adapters.web.openapi;

import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.Route.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The routes as a page for people. It needs nothing but itself: no script, no font, no picture. */
final class DocsPage {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
            h2{margin-top:2.5rem;border-bottom:1px solid #ccc}
            details{border:1px solid #ddd;border-radius:6px;margin:.5rem 0;padding:.4rem .8rem}
            summary{cursor:pointer}
            code,pre{font-family:ui-monospace,monospace;font-size:.9em}
            pre{background:#f5f3ef;padding:.6rem;overflow:auto;border-radius:4px}
            .method{display:inline-block;min-width:4.2rem;font-weight:700}
            .GET{color:#17663a}.POST{color:#8a4b00}.DELETE{color:#9b1c1c}
            table{border-collapse:collapse}td,th{text-align:left;padding:.15rem 1rem .15rem 0;vertical-align:top}
            """;

    private final List<Route> routes;
    private final boolean keysAreAsked;

    DocsPage(List<Route> routes, boolean keysAreAsked) {
        this.routes = routes;
        this.keysAreAsked = keysAreAsked;
    }

    String html() {
        Map<Family, List<Route>> families =
                routes.stream().collect(Collectors.groupingBy(Family::of, TreeMap::new, Collectors.toList()));
        String sections = families.entrySet().stream()
                .map(family -> "<h2>" + family.getKey().title() + "</h2>\n" + each(family.getValue()))
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pentimento API</title>
                <style>%s</style></head><body>
                <h1>Pentimento API</h1>
                <p>For programs: <a href="/openapi.json">openapi.json</a>. %s</p>
                %s</body></html>
                """.formatted(STYLE, callers(), sections);
    }

    private String callers() {
        return keysAreAsked
                ? "Callers say who they are: <code>Authorization: Bearer ...</code>"
                : "Callers need not say who they are: the server serves this machine only.";
    }

    private String each(List<Route> family) {
        return family.stream().map(this::operation).collect(Collectors.joining());
    }

    private String operation(Route route) {
        return """
                <details><summary><span class="method %s">%s</span><code>%s</code> &nbsp; %s</summary>
                %s%s%s<pre>%s</pre></details>
                """.formatted(
                        route.method(),
                        route.method(),
                        escaped(OpenApiDocument.written(route.path())),
                        escaped(route.summary()),
                        parameters(route.parameters()),
                        body(route.body()),
                        answers(route),
                        escaped(curl(route)));
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> row(parameter.name(), parameter.type().getSimpleName(), parameter.meaning()))
                .collect(table("Query and headers"));
    }

    private static String body(Route.@Nullable Body body) {
        return body == null
                ? ""
                : Arrays.stream(body.type().getRecordComponents())
                        .map(DocsPage::member)
                        .collect(table(body.mediaType()));
    }

    private static String member(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return row(Json.member(component.getName()), component.getType().getSimpleName(), optional ? "optional" : "");
    }

    private static String answers(Route route) {
        Map<Integer, String> answers = new TreeMap<>();
        route.problems().forEach(status -> answers.put(status, "Problem"));
        route.answers().forEach((status, type) -> answers.put(status, type == Void.class ? "" : type.getSimpleName()));
        return answers.entrySet().stream()
                .map(answer -> row(answer.getKey().toString(), answer.getValue(), ""))
                .collect(table("Answers"));
    }

    private static Collector<CharSequence, ?, String> table(String title) {
        return Collectors.joining("", "<table><tr><th>" + escaped(title) + "</th></tr>", "</table>\n");
    }

    private static String row(String name, String type, String meaning) {
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>"
                .formatted(escaped(name), escaped(type), escaped(meaning));
    }

    private String curl(Route route) {
        String method = route.method().name().equals("GET") ? "" : "-X " + route.method() + " ";
        String key = keysAreAsked && !route.open() ? "-H \"Authorization: Bearer $KEY\" " : "";
        return "curl " + method + key + "\"$SERVER" + OpenApiDocument.written(route.path()) + "\"" + sent(route.body());
    }

    private static String sent(Route.@Nullable Body body) {
        if (body == null) {
            return "";
        }
        return body.mediaType().equals(Route.Body.JSON)
                ? " \\\n  --json '" + Json.text(Examples.of(body.type())) + "'"
                : " \\\n  -F name=value -F file=@picture.png";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
