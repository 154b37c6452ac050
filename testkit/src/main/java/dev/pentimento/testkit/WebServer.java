package dev.pentimento.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * A web server on this machine that says what it is told to, well-behaved or not. One request per connection; what nobody put there is
 * answered with 404.
 */
public final class WebServer implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d{1,9})\r\n");

    private final String scheme;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> visitors = new CopyOnWriteArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);

    private WebServer(String scheme, ServerSocketFactory doors) {
        this.scheme = scheme;
        try {
            this.door = doors.createServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::welcome);
    }

    public static WebServer open() {
        return new WebServer("http", ServerSocketFactory.getDefault());
    }

    /** @param doors makes sockets that encrypt */
    public static WebServer openEncrypted(ServerSocketFactory doors) {
        return new WebServer("https", doors);
    }

    /** Puts an answer at a path; the query does not matter. */
    public WebServer with(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public URI at(String path) {
        return URI.create("%s://%s%s".formatted(scheme, hostAndPort(), path));
    }

    public String hostAndPort() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The heads of all requests so far, in their order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void welcome() {
        try {
            while (true) {
                Socket visitor = door.accept();
                visitors.add(visitor);
                threads.execute(() -> serve(visitor));
            }
        } catch (IOException closed) {
            threads.shutdown();
        } finally {
            left.countDown();
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            String request = head(visitor.getInputStream());
            if (!request.isEmpty()) {
                visitor.getInputStream().readNBytes(lengthOfBody(request));
                requests.add(request);
                answer(request).to(new Visit(visitor));
                visitor.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // clients that break off are what many a test is about
            visitors.remove(visitor);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            head.append((char) letter);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    /** Whoever leaves what was sent unread resets the connection by closing it. */
    private static int lengthOfBody(String request) {
        Matcher length = CONTENT_LENGTH.matcher(request);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private Answer answer(String request) {
        String target = request.split(" ", 3)[1];
        return answers.getOrDefault(target.split("\\?", 2)[0], Answer.of(404, "Not Found"));
    }

    @Override
    public void close() {
        try {
            door.close();
            awaitClosedDoor();
            for (Socket visitor : visitors) {
                visitor.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system keeps the door open for as long as a thread waits behind it. */
    private void awaitClosedDoor() {
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the server says to one request. */
    @FunctionalInterface
    public interface Answer {
        void to(Visit visit) throws IOException;

        /** An ordinary file. */
        static Answer file(byte[] bytes, String... headers) {
            return of(200, "OK", bytes, headers);
        }

        static Answer redirect(String location) {
            return of(302, "Found", new byte[0], "Location: " + location);
        }

        static Answer of(int status, String reason, String... headers) {
            return of(status, reason, new byte[0], headers);
        }

        static Answer of(int status, String reason, byte[] body, String... headers) {
            return visit -> {
                visit.head(status, reason, headers);
                visit.say("Content-Length: %d\r\n\r\n".formatted(body.length));
                visit.say(body);
            };
        }
    }

    /** One request that waits for its answer. */
    public static final class Visit {
        private final Socket visitor;
        private final OutputStream out;

        private Visit(Socket visitor) throws IOException {
            this.visitor = visitor;
            this.out = visitor.getOutputStream();
        }

        /** The status line and headers, without the empty line that ends them. */
        public void head(int status, String reason, String... headers) throws IOException {
            say("HTTP/1.1 %d %s\r\nConnection: close\r\n".formatted(status, reason));
            for (String header : headers) {
                say(header + "\r\n");
            }
        }

        public void say(String text) throws IOException {
            say(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void say(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Says nothing more until the client goes away. */
        public void fallSilent() throws IOException {
            while (visitor.getInputStream().read() >= 0) {}
        }

        /** Says nothing for a moment, or until the client goes away. */
        public void hesitate(int millis) throws IOException {
            visitor.setSoTimeout(millis);
            try {
                visitor.getInputStream().read();
            } catch (SocketTimeoutException stillThere) {
                return;
            }
            throw new IOException("The client is gone");
        }

        /** Ends the connection as a crash would. */
        public void crash() throws IOException {
            visitor.setSoLinger(true, 0);
            visitor.close();
        }
    }
}
