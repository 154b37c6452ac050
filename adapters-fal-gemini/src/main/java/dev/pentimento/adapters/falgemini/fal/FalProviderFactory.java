package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Offers the models of fal under the name {@code fal}; a model is called by its endpoint.
 *
 * <p>Settings: {@code api-key}; {@code queue-url} and {@code upload-url}; {@code generate-endpoint}, {@code edit-endpoint} and {@code inpaint-endpoint}
 * (empty = masks are left to the application); {@code poll-interval}, an ISO-8601 duration. What it reads of the model catalogue: prices, for
 * which fal bills units of its own, {@code billable-unit}, and what {@link Endpoints} names.
 */
public final class FalProviderFactory implements ProviderFactory {
    static final String NAME = "fal";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(
                FalSettings.API_KEY,
                FalSettings.QUEUE_URL,
                FalSettings.UPLOAD_URL,
                FalSettings.GENERATE,
                FalSettings.EDIT,
                FalSettings.INPAINT,
                FalSettings.POLL_INTERVAL);
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        Secret key = Secret.in(settings, FalSettings.API_KEY, "FAL_KEY");
        Endpoints endpoints = new Endpoints(settings);
        FalSettings read = new FalSettings(settings, endpoints);
        HttpUrl queue = read.url(FalSettings.QUEUE_URL);
        HttpUrl uploads = read.url(FalSettings.UPLOAD_URL);
        Duration pause = read.duration(FalSettings.POLL_INTERVAL);
        String generating = read.generating();
        String editing = read.editing();
        String repainting = read.repainting();
        read.requireSound();

        Transport transport = Transport.to(NAME, key);
        Failures failures = new Failures(key, InstantSource.system());
        Expectations expectations = new Expectations(settings);
        Orders orders = new Orders(
                new FalQueue(transport, queue, key, failures),
                new Uploads(transport, uploads, key, failures),
                new Results(results, endpoints, failures),
                failures,
                key,
                pause);
        return Roles.of("fal: image models behind one queue, each with prices of its own; needs FAL_KEY")
                .editing(new FalEditor(endpoints, expectations, orders, editing, repainting))
                .generating(new FalGenerator(endpoints, expectations, orders, generating))
                .closing(transport::close);
    }
}
