package dev.pentimento.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Stands between a provider's client and its server, in the client's process, and passes on orders byte by byte: how much of one has left, and how
 * much of its answer has come, are points at which the process may end. What is not an order does not come this way.
 */
final class Relay {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final int BUFFER = 8192;

    private final ServerSocket door;
    private final URI server;

    private Relay(ServerSocket door, URI server) {
        this.door = door;
        this.server = server;
    }

    static Relay to(URI server) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), server);
            begin(relay::welcome);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void welcome() throws IOException {
        while (true) {
            Socket client = door.accept();
            begin(() -> relay(client));
        }
    }

    private void relay(Socket client) throws IOException {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            begin(() -> answer(upstream, client));
            order(client.getInputStream(), upstream.getOutputStream());
            client.getInputStream().transferTo(upstream.getOutputStream());
        }
    }

    private static void order(InputStream from, OutputStream to) throws IOException {
        byte[] head = head(from);
        if (head.length == 0) {
            return;
        }
        to.write(head, 0, 1);
        to.flush();
        Faults.reach(CommitPoint.FIRST_BYTE_LEFT);
        to.write(head, 1, head.length - 1);
        to.write(from.readNBytes(length(head)));
        to.flush();
        Faults.reach(CommitPoint.REQUEST_LEFT);
    }

    private static byte[] head(InputStream from) throws IOException {
        StringBuilder head = new StringBuilder();
        String end = new String(END_OF_HEAD, StandardCharsets.ISO_8859_1);
        for (int letter = from.read(); letter >= 0; letter = from.read()) {
            head.append((char) letter);
            if (head.toString().endsWith(end)) {
                break;
            }
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int length(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void answer(Socket upstream, Socket client) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (client) {
            InputStream from = upstream.getInputStream();
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                client.getOutputStream().write(buffer, 0, count);
                client.getOutputStream().flush();
                Faults.reach(CommitPoint.ANSWER_ARRIVING);
            }
        }
    }

    /** What may fail because somebody hangs up. */
    @FunctionalInterface
    private interface Talk {
        void hold() throws IOException;
    }

    private static void begin(Talk talk) {
        Thread thread = new Thread(() -> holdUntilSomebodyHangsUp(talk), "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void holdUntilSomebodyHangsUp(Talk talk) {
        try {
            talk.hold();
        } catch (IOException hungUp) {
            return;
        }
    }
}
