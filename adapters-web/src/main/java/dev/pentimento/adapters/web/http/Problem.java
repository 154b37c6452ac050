package dev.pentimento.adapters.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something was not done.
 *
 * @param code a stable word for programs
 * @param message one line for people, without anything about this machine
 * @param headers such as {@code Retry-After}
 * @param more members of the body besides those that every problem has
 */
public record Problem(int status, String code, String message, Map<String, String> headers, Map<String, Object> more) {
    public Problem {
        headers = Map.copyOf(headers);
        more = Map.copyOf(more);
    }

    public static Problem of(int status, String code, String message) {
        return new Problem(status, code, message, Map.of(), Map.of());
    }

    public static Problem notFound(String message) {
        return of(404, "not_found", message);
    }

    public Problem with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Problem(status, code, message, all, more);
    }

    public Problem member(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Problem(status, code, message, headers, all);
    }

    public Problem retryAfter(long seconds) {
        return with("Retry-After", Long.toString(seconds));
    }

    /** The same as a fault of one field of the request. */
    public Problem blaming(String field) {
        Faults faults = new Faults();
        faults.add(field, message);
        return faults.in(new Problem(status, code, field + ": " + message, headers, more));
    }

    public Refusal refusal() {
        return new Refusal(this);
    }

    public Answer answer() {
        return Answer.of(status, body()).with(headers);
    }

    /** The members of RFC 9457 beside those that older clients know; {@code more} has the last word. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", Titles.of(status));
        body.put("status", status);
        body.put("detail", message);
        body.put("message", message);
        body.put("code", code);
        body.putAll(more);
        return body;
    }
}
