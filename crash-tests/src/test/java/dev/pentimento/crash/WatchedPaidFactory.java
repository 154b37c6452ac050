package dev.pentimento.crash;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.Resumption;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.paid.PaidProviderFactory;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The scripted provider, and where points are watched for a relay on its wire. */
public class WatchedPaidFactory implements ProviderFactory {
    private static final String URL = "url";

    private final PaidProviderFactory paid;

    public WatchedPaidFactory() {
        this(PaidProviderFactory.NAME);
    }

    WatchedPaidFactory(String name) {
        this.paid = new PaidProviderFactory(name);
    }

    /** Its stand-in, which is paid at the same vendor. */
    public static final class StandIn extends WatchedPaidFactory {
        static final String NAME = "standin";

        public StandIn() {
            super(NAME);
        }
    }

    @Override
    public String name() {
        return paid.name();
    }

    @Override
    public Set<String> settingKeys() {
        return paid.settingKeys();
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        if (!Faults.areExpected()) {
            return paid.create(settings, results);
        }
        Map<String, String> values = new HashMap<>();
        settingKeys().forEach(key -> settings.find(key).ifPresent(value -> values.put(key, value)));
        Relay relay = Relay.to(URI.create(values.getOrDefault(URL, "")));
        values.put(URL, relay.url().toString());
        return new WatchedProvider(paid.create(ProviderSettings.of(name(), values), results));
    }

    private record WatchedProvider(Provider provider) implements Provider {
        @Override
        public String description() {
            return provider.description();
        }

        @Override
        public Optional<ImageEditor> editor() {
            return provider.editor().map(WatchedProvider::watched);
        }

        private static ImageEditor watched(ImageEditor editor) {
            return (ImageEditor) Proxy.newProxyInstance(
                    WatchedPaidFactory.class.getClassLoader(),
                    new Class<?>[] {ImageEditor.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("resumption")) {
                            return editor.resumption().map(WatchedProvider::watched);
                        }
                        Object result = WatchedRecords.call(editor, method, arguments);
                        if (method.getName().equals("edit")) {
                            Faults.reach(CommitPoint.ANSWERED);
                        }
                        return result;
                    });
        }

        private static Resumption watched(Resumption resumption) {
            return (handle, context) -> {
                var made = resumption.resume(handle, context);
                Faults.reach(CommitPoint.ANSWERED);
                return made;
            };
        }

        @Override
        public void close() {
            provider.close();
        }
    }
}
