package dev.pentimento.testkit.paid;

import dev.pentimento.domain.cost.Cost;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the server said. */
final class PaidReply {
    private final HttpResponse<byte[]> response;
    private final Optional<Map<String, String>> fields;

    PaidReply(HttpResponse<byte[]> response) {
        this.response = response;
        this.fields = FlatJson.read(response.body());
    }

    int status() {
        return response.statusCode();
    }

    boolean isSuccess() {
        return status() / 100 == 2;
    }

    byte[] body() {
        return response.body();
    }

    /** Empty unless the server itself wrote it: what gateways send is no JSON. */
    Optional<String> field(String name) {
        return fields.map(all -> all.get(name));
    }

    Map<String, String> fields() {
        return fields.orElse(Map.of());
    }

    Cost cost() {
        return field(PaidFields.COST)
                .filter(amount -> amount.matches("\\d{1,18}"))
                .map(amount -> Cost.reported(Long.parseLong(amount)))
                .orElseGet(Cost::unknown);
    }

    Duration retryAfter() {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
