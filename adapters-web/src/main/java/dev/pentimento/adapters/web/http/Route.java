package dev.pentimento.adapters.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API. The rows of these are what is served and what is documented.
 *
 * @param path with its parameters in braces, such as {@code /api/tasks/{id}}
 * @param summary one line for people, without a full stop
 * @param parameters of the query and in headers, in the order of the documentation
 * @param body what is sent; null = nothing
 * @param answers what comes back, by status; {@code Void} where that is empty or no JSON
 * @param problems the statuses of {@link Problem} that callers must expect, besides those that any route may answer
 * @param open whether nobody needs to say who he is
 */
public record Route(
        Method method,
        String path,
        String summary,
        List<Parameter> parameters,
        @Nullable Body body,
        Map<Integer, Class<?>> answers,
        List<Integer> problems,
        boolean open,
        Handler handler) {
    public Route {
        parameters = List.copyOf(parameters);
        answers = Map.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /** Translates, calls one use case, translates back. */
    @FunctionalInterface
    public interface Handler {
        /** @throws Refusal if the request cannot be answered as it stands */
        Answer handle(Call call);
    }

    /**
     * What may be said besides the path and the body.
     *
     * @param type {@code String}, {@code Integer} or another type whose words are known
     */
    public record Parameter(Place place, String name, Class<?> type, String meaning) {}

    /** Where a parameter stands. */
    public enum Place {
        QUERY,
        HEADER
    }

    /**
     * What is sent.
     *
     * @param type a record whose components are the members, or the fields of the form
     */
    public record Body(String mediaType, Class<?> type, boolean required) {
        public static final String JSON = "application/json";
        public static final String FORM = "multipart/form-data";
    }

    public static Route get(String path, String summary, Handler handler) {
        return of(Method.GET, path, summary, handler);
    }

    public static Route post(String path, String summary, Handler handler) {
        return of(Method.POST, path, summary, handler);
    }

    public static Route delete(String path, String summary, Handler handler) {
        return of(Method.DELETE, path, summary, handler);
    }

    private static Route of(Method method, String path, String summary, Handler handler) {
        return new Route(method, path, summary, List.of(), null, Map.of(), List.of(), false, handler);
    }

    public Route parameter(String name, Class<?> type, String meaning) {
        return with(new Parameter(Place.QUERY, name, type, meaning));
    }

    /** May be sent twice, and is carried out once. */
    public Route keyed() {
        return with(new Parameter(
                Place.HEADER,
                IdempotencyKey.HEADER,
                String.class,
                "marks a request that may arrive twice: the same one is answered by what the first one made"));
    }

    private Route with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Route(method, path, summary, more, body, answers, problems, open, handler);
    }

    public Route takes(String mediaType, Class<?> type) {
        return with(new Body(mediaType, type, true));
    }

    /** Without a body, it is as if it were empty. */
    public Route mayTake(String mediaType, Class<?> type) {
        return with(new Body(mediaType, type, false));
    }

    private Route with(Body taken) {
        return new Route(method, path, summary, parameters, taken, answers, problems, open, handler);
    }

    public Route answers(int status, Class<?> type) {
        Map<Integer, Class<?>> more = new TreeMap<>(answers);
        more.put(status, type);
        return new Route(method, path, summary, parameters, body, more, problems, open, handler);
    }

    public Route problems(Integer... statuses) {
        return new Route(method, path, summary, parameters, body, answers, List.of(statuses), open, handler);
    }

    /** For whoever asks. */
    public Route forEveryone() {
        return new Route(method, path, summary, parameters, body, answers, problems, true, handler);
    }
}
