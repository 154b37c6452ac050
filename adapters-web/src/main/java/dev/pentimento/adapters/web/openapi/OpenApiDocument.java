package dev.pentimento.adapters.web.openapi;

import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.Route.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The routes as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.0). */
final class OpenApiDocument {
    private static final Pattern PATH_PARAMETER = Pattern.compile("[{<](\\w+)[}>]");

    private final Schemas schemas = new Schemas();
    private final List<Route> routes;
    private final boolean keysAreAsked;

    /** @param keysAreAsked whether callers have to say who they are where a route is not open */
    OpenApiDocument(List<Route> routes, boolean keysAreAsked) {
        this.routes = routes;
        this.keysAreAsked = keysAreAsked;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Pentimento",
                        "version", "1",
                        "description", "Iterative AI image refinement with its whole lineage.",
                        "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("paths", paths());
        document.put("components", components());
        return document;
    }

    private Map<String, Object> paths() {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        routes.forEach(route -> paths.computeIfAbsent(written(route.path()), path -> new TreeMap<>())
                .put(route.method().name().toLowerCase(Locale.ROOT), operation(route)));
        return new LinkedHashMap<>(paths);
    }

    /** A path as the document writes it: one kind of brackets only. */
    static String written(String path) {
        return PATH_PARAMETER.matcher(path).replaceAll("{$1}");
    }

    private Map<String, Object> components() {
        Map<String, Object> all = new TreeMap<>(schemas.named());
        all.put("Problem", problem());
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", all);
        if (keysAreAsked) {
            components.put("securitySchemes", Map.of("bearer", Map.of("type", "http", "scheme", "bearer")));
        }
        return components;
    }

    /** See {@link Problem#body}. */
    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", text);
        members.put("title", text);
        members.put("status", Map.of("type", "integer"));
        members.put("detail", text);
        members.put("message", text);
        members.put("code", text);
        return Map.of("type", "object", "properties", members, "required", List.copyOf(members.keySet()));
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(route));
        operation.put("summary", route.summary());
        operation.put("tags", List.of(Family.of(route).title()));
        List<Map<String, Object>> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Route.Body body = route.body();
        if (body != null) {
            operation.put("requestBody", body(body));
        }
        operation.put("responses", responses(route));
        if (keysAreAsked && !route.open()) {
            operation.put("security", List.of(Map.of("bearer", List.of())));
        }
        return operation;
    }

    /** Such as {@code post_api_tasks_id_cancel}. */
    private static String id(Route route) {
        String words = route.path().replaceAll("\\W+", "_").replaceAll("^_|_$", "");
        return route.method().name().toLowerCase(Locale.ROOT) + "_" + words;
    }

    private List<Map<String, Object>> parameters(Route route) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher inPath = PATH_PARAMETER.matcher(route.path());
        while (inPath.find()) {
            parameters.add(parameter(inPath.group(1), "path", true, Map.of("type", "string"), null));
        }
        for (Parameter parameter : route.parameters()) {
            parameters.add(parameter(
                    parameter.name(),
                    parameter.place().name().toLowerCase(Locale.ROOT),
                    false,
                    schemas.of(parameter.type()),
                    parameter.meaning()));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(
            String name, String place, boolean required, Map<String, Object> schema, @Nullable String meaning) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.put("required", required);
        if (meaning != null) {
            parameter.put("description", meaning);
        }
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> body(Route.Body body) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", schemas.ofRequest(body.type()));
        if (body.mediaType().equals(Route.Body.JSON)) {
            content.put("example", Examples.of(body.type()));
        }
        return Map.of("required", body.required(), "content", Map.of(body.mediaType(), content));
    }

    private Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new TreeMap<>();
        route.problems().forEach(status -> responses.put(status.toString(), problemAnswer()));
        route.answers().forEach((status, type) -> responses.put(status.toString(), answer(type)));
        responses.put("default", problemAnswer());
        return responses;
    }

    private Map<String, Object> answer(Class<?> type) {
        if (type == Void.class) {
            return Map.of("description", "Empty, or no JSON");
        }
        return Map.of(
                "description",
                type.getSimpleName(),
                "content",
                Map.of(Route.Body.JSON, Map.of("schema", schemas.of(type))));
    }

    private static Map<String, Object> problemAnswer() {
        return Map.of(
                "description",
                "Problem",
                "content",
                Map.of(Route.Body.JSON, Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    }
}
