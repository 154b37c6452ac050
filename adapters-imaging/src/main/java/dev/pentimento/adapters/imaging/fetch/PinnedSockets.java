package dev.pentimento.adapters.imaging.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import javax.net.SocketFactory;

/** Sockets that connect to the checked addresses and nowhere else, through no proxy, not even one that the JVM was told of. */
final class PinnedSockets extends SocketFactory {
    private final List<InetAddress> checked;

    PinnedSockets(List<InetAddress> checked) {
        this.checked = checked;
    }

    @Override
    public Socket createSocket() {
        return new PinnedSocket(checked);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectsTooEarly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectsTooEarly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectsTooEarly();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connectsTooEarly();
    }

    private static UnsupportedOperationException connectsTooEarly() {
        return new UnsupportedOperationException("These sockets are made first and connected later");
    }

    private static final class PinnedSocket extends Socket {
        private final List<InetAddress> checked;

        PinnedSocket(List<InetAddress> checked) {
            super(Proxy.NO_PROXY);
            this.checked = checked;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress inet) || !checked.contains(inet.getAddress())) {
                throw new IOException("A connection to an address that was not checked was stopped");
            }
            super.connect(endpoint, timeout);
        }
    }
}
