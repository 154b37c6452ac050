package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.failure.ProviderFailure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one request says to an endpoint. Nothing gets in that the endpoint does not take. */
final class Input {
    private final Endpoint endpoint;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Input(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static Input to(Endpoint endpoint) {
        Input input = new Input(endpoint);
        endpoint.sentAlways().forEach(input::put);
        return input;
    }

    /**
     * Says it, in the place of what was said before under this name.
     *
     * @throws ProviderFailure.InvalidRequest if the endpoint does not take it
     */
    Input put(String parameter, String value) {
        try {
            values.put(parameter, endpoint.parameter(parameter).read(value));
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure.InvalidRequest(
                    "Parameter '%s' of endpoint '%s' of fal %s".formatted(parameter, endpoint.id(), e.getMessage()));
        }
        return this;
    }

    /** Says it to those who listen. */
    Input offer(String parameter, String value) {
        return endpoint.takes(parameter) ? put(parameter, value) : this;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
