package dev.pentimento.adapters.imaging.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host; may take as long as it likes. */
@FunctionalInterface
interface Resolver {
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** As the operating system does. */
    static Resolver ofTheSystem() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
