package dev.pentimento.testkit.paid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vendor of images on this machine that does what it is told, keeps a bill of its own, and can be reached from other processes too.
 *
 * <p>{@code POST /edits} and {@code POST /images} answer with the images; {@code POST /queue/edits} and {@code POST /queue/images} with a receipt
 * that tells where to ask for them. {@code GET /billing} lists the bill. One request per connection. Without a script it paints at once.
 */
public final class PaidServer implements AutoCloseable {
    /** What one image costs, unless it was opened with another price. */
    public static final long PRICE_MICRO_USD = 40_000;

    private static final int BACKLOG = 1000;

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Scripts scripts = new Scripts(Answer.image());
    private final FrontDesk desk;

    private PaidServer(long price) {
        try {
            this.door = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.desk = new FrontDesk(url().toString(), price, scripts, threads, closing);
        threads.execute(this::welcome);
    }

    public static PaidServer open() {
        return open(PRICE_MICRO_USD);
    }

    /** @param price of one image in micro-USD */
    public static PaidServer open(long price) {
        return new PaidServer(price);
    }

    /** For the setting {@code url} of the provider. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** What becomes of the next requests for images, one after the other. */
    public PaidServer next(Answer... answers) {
        scripts.add(answers);
        return this;
    }

    /** What becomes of the next requests whose prompt has {@code promptPart} in it, one after the other. */
    public PaidServer nextFor(String promptPart, Answer... answers) {
        scripts.add(promptPart, answers);
        return this;
    }

    /** What becomes of the requests that nothing else was said about. */
    public PaidServer otherwise(Answer answer) {
        scripts.otherwise(answer);
        return this;
    }

    /** What becomes of the next questions how far a queued request is. */
    public PaidServer nextStatus(Answer... answers) {
        desk.nextStatus(answers);
        return this;
    }

    /** What becomes of the next questions for the result of a queued request. */
    public PaidServer nextResult(Answer... answers) {
        desk.nextResult(answers);
        return this;
    }

    /** What the vendor knows. */
    public BillingLedger billing() {
        return desk.billing();
    }

    /** How often anybody connected, for whatever. */
    public int connections() {
        return connections.get();
    }

    private void welcome() {
        try {
            while (true) {
                Socket visitor = door.accept();
                connections.incrementAndGet();
                visitors.add(visitor);
                threads.execute(() -> serve(visitor));
            }
        } catch (IOException end) {
            closed.countDown();
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            Visit visit = new Visit(visitor);
            if (scripts.takeUnread()) {
                visit.crashOnFirstByte();
                return;
            }
            Optional<WireRequest> request = WireRequest.read(visitor.getInputStream());
            if (request.isPresent()) {
                desk.serve(request.get(), visit);
            }
        } catch (IOException clientIsGone) {
            visitors.remove(visitor);
        } catch (InterruptedException serverCloses) {
            Thread.currentThread().interrupt();
        } finally {
            visitors.remove(visitor);
        }
    }

    /** Breaks off whatever is going on. */
    @Override
    public void close() {
        closing.countDown();
        try {
            door.close();
            awaitClosedDoor();
            for (Socket visitor : visitors) {
                visitor.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The system keeps the door open for as long as a thread waits behind it. */
    private void awaitClosedDoor() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
