package dev.pentimento.adapters.falgemini.fal;

import ai.fal.client.queue.QueueStatus;
import dev.pentimento.domain.ledger.RemoteHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * By which a request in fal's queue is found again, in another process too.
 *
 * @param addresses as fal named them, by the name it gave them
 * @param prompt as it was sent
 */
record Receipt(String requestId, String endpoint, String prompt, Map<String, String> addresses) {
    static final String STATUS = "status_url";
    static final String RESULT = "response_url";
    static final String CANCEL = "cancel_url";

    private static final String ENDPOINT = "endpoint";
    private static final String PROMPT = "prompt";

    /** Where fal's own queue is; what it names there can be asked for wherever the queue is for us, behind a proxy for example. */
    private static final String OFFICIAL_HOST = "queue.fal.run";

    /** What may come before the owner in the name of an endpoint. */
    private static final Set<String> NAMESPACES = Set.of("workflows", "comfy");

    Receipt {
        addresses = Map.copyOf(addresses);
    }

    static Receipt of(QueueStatus.StatusUpdate queued, String endpoint, String prompt) {
        Map<String, String> addresses = new TreeMap<>();
        put(addresses, STATUS, queued.getStatusUrl());
        put(addresses, RESULT, queued.getResponseUrl());
        put(addresses, CANCEL, queued.getCancelUrl());
        return new Receipt(queued.getRequestId(), endpoint, prompt, addresses);
    }

    private static void put(Map<String, String> addresses, String name, @Nullable String address) {
        if (address != null) {
            addresses.put(name, address);
        }
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static Receipt in(RemoteHandle handle) {
        Map<String, String> addresses = new TreeMap<>(handle.details());
        String endpoint = addresses.remove(ENDPOINT);
        String prompt = addresses.remove(PROMPT);
        if (endpoint == null) {
            throw new IllegalArgumentException(handle + " is of no request to fal: it names no endpoint");
        }
        return new Receipt(handle.requestId(), endpoint, Objects.requireNonNullElse(prompt, ""), addresses);
    }

    RemoteHandle handle() {
        Map<String, String> details = new TreeMap<>(addresses);
        details.put(ENDPOINT, endpoint);
        details.put(PROMPT, prompt);
        return new RemoteHandle(requestId, details);
    }

    HttpUrl status(HttpUrl queue) {
        return address(STATUS, queue, "status");
    }

    HttpUrl result(HttpUrl queue) {
        return address(RESULT, queue, "");
    }

    HttpUrl cancellation(HttpUrl queue) {
        return address(CANCEL, queue, "cancel");
    }

    /** As fal named it. An address elsewhere, which must not see the key, or none at all, is worked out by the documented rule. */
    private HttpUrl address(String name, HttpUrl queue, String lastSegment) {
        HttpUrl named = HttpUrl.parse(addresses.getOrDefault(name, ""));
        if (named == null) {
            return usual(queue, lastSegment);
        }
        if (isWithin(queue, named)) {
            return named;
        }
        return named.isHttps() && named.host().equals(OFFICIAL_HOST)
                ? queue.newBuilder()
                        .addEncodedPathSegments(named.encodedPath().substring(1))
                        .encodedQuery(named.encodedQuery())
                        .build()
                : usual(queue, lastSegment);
    }

    private static boolean isWithin(HttpUrl queue, HttpUrl named) {
        return named.scheme().equals(queue.scheme())
                && named.host().equals(queue.host())
                && named.port() == queue.port();
    }

    /** {@code {queue}/{owner}/{app}/requests/{id}/...}: the path behind the name of the app belongs to the submission only. */
    private HttpUrl usual(HttpUrl queue, String lastSegment) {
        List<String> id = Arrays.asList(endpoint.split("/", -1));
        int length = Math.min(id.size(), NAMESPACES.contains(id.get(0)) ? 3 : 2);
        HttpUrl.Builder address = queue.newBuilder();
        id.subList(0, length).forEach(address::addPathSegment);
        address.addPathSegment("requests").addPathSegment(requestId);
        return (lastSegment.isEmpty() ? address : address.addPathSegment(lastSegment)).build();
    }

    /** For people. */
    String asked() {
        return "request %s to endpoint '%s'".formatted(requestId, endpoint);
    }

    /** Without the addresses, which may be signed. */
    @Override
    public String toString() {
        return "Receipt[%s, %s]".formatted(requestId, endpoint);
    }
}
