package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ProviderSettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/** Reads what is configured, and collects everything that is wrong with it. */
final class FalSettings {
    static final String API_KEY = "api-key";
    static final String QUEUE_URL = "queue-url";
    static final String UPLOAD_URL = "upload-url";
    static final String GENERATE = "generate-endpoint";
    static final String EDIT = "edit-endpoint";
    static final String INPAINT = "inpaint-endpoint";
    static final String POLL_INTERVAL = "poll-interval";

    private static final HttpUrl NOWHERE = HttpUrl.get("http://invalid/");

    private final ProviderSettings settings;
    private final Endpoints endpoints;
    private final List<String> problems = new ArrayList<>();

    FalSettings(ProviderSettings settings, Endpoints endpoints) {
        this.settings = settings;
        this.endpoints = endpoints;
    }

    HttpUrl url(String key) {
        HttpUrl url = HttpUrl.parse(text(key));
        if (url == null) {
            problem(key, "must be an http or https URL but is '%s'".formatted(text(key)));
            return NOWHERE;
        }
        return url;
    }

    /** Longer than nothing. */
    Duration duration(String key) {
        Duration duration = parsed(text(key));
        if (duration.isNegative() || duration.isZero()) {
            problem(key, "must be a duration such as PT0.5S but is '%s'".formatted(text(key)));
        }
        return duration;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            return Duration.ZERO;
        }
    }

    String generating() {
        return endpoint(GENERATE, endpoint -> !endpoint.changesImages(), "makes no images from words");
    }

    String editing() {
        return endpoint(EDIT, Endpoint::changesImages, "changes no images");
    }

    /** Empty where masks are left to the application. */
    String repainting() {
        return text(INPAINT).isEmpty() ? "" : endpoint(INPAINT, Endpoint::repaints, "takes no masks");
    }

    /** One that is gone is no mistake: whoever asks for it is told of its successor. */
    private String endpoint(String key, Predicate<Endpoint> fit, String objection) {
        String id = text(key);
        try {
            if (!fit.test(endpoints.named(id))) {
                problem(key, "names the endpoint '%s', which %s; name another one".formatted(id, objection));
            }
        } catch (ProviderFailure.InvalidRequest e) {
            problem(key, "cannot be used: " + e.getMessage());
        } catch (ProviderFailure.ModelRetired later) {
            return id;
        }
        return id;
    }

    private String text(String key) {
        return settings.find(key).orElse("").strip();
    }

    private void problem(String key, String what) {
        problems.add(settings.fullKey(key) + " " + what);
    }

    /** @throws InvalidSettings if anything was */
    void requireSound() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}
