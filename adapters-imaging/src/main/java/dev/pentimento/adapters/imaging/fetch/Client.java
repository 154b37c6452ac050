package dev.pentimento.adapters.imaging.fetch;

import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/** Asks one server one thing: no proxy, cookies, passwords, referrers, redirects, second attempts or connections kept from before. */
final class Client {
    /** How long one address may take to accept a connection. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Servers that can choose shall send what we read. */
    private static final String ACCEPT = "image/png, image/jpeg, image/webp, image/gif, */*;q=0.1";

    private final Set<Rule> rules;
    private final Resolver resolver;
    private final OkHttpClient plain;

    Client(Set<Rule> rules, Resolver resolver, OkHttpClient.Builder base) {
        this.rules = rules;
        this.resolver = resolver;
        this.plain = base.proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                // the fetch as a whole has a deadline; a server that drips would reset these
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** The request for {@code url}, to be sent to one of the {@code checked} addresses of its host. */
    Call get(HttpUrl url, List<InetAddress> checked) {
        OkHttpClient.Builder client = plain.newBuilder().dns(dns(checked)).socketFactory(sockets(checked));
        if (rules.contains(Rule.ONE_REQUEST)) {
            client.addNetworkInterceptor(chain -> chain.proceed(chain.request())
                    .newBuilder()
                    // "Retry-After: 0" would make the client ask again
                    .removeHeader("Retry-After")
                    .build());
        }
        return client.build()
                .newCall(new Request.Builder()
                        .url(url)
                        .header("Accept", ACCEPT)
                        .header("User-Agent", "Pentimento")
                        .build());
    }

    private Dns dns(List<InetAddress> checked) {
        return rules.contains(Rule.ONE_LOOKUP) ? host -> checked : resolver::addresses;
    }

    private SocketFactory sockets(List<InetAddress> checked) {
        return rules.contains(Rule.ONE_LOOKUP) ? new PinnedSockets(checked) : SocketFactory.getDefault();
    }
}
