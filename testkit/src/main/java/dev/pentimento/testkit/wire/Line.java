package dev.pentimento.testkit.wire;

import dev.pentimento.testkit.Crowd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What connects the provider with the stand-in: passes everything on and knows which connections are open. A connection counts as open until the
 * provider closes it, whatever the vendor does.
 */
final class Line implements AutoCloseable {
    private static final int BACKLOG = 100;

    private final ServerSocket door;
    private final URI vendor;
    private final ExecutorService threads = Executors.newCachedThreadPool(Line::thread);
    private final Map<Integer, CountDownLatch> probes = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int connections;
    private int open;
    private volatile boolean hangsUpOnReuse;

    Line(URI vendor) {
        this.vendor = vendor;
        try {
            this.door = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::welcome);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        return thread;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on a second request on the same connection is passed on, and its answer is not. */
    void hangUpOnReuse() {
        hangsUpOnReuse = true;
    }

    /** How often the provider connected so far. Whoever came before us, even if gone again, is let in before us. */
    int connections() {
        try (Socket ours = new Socket()) {
            ours.bind(new InetSocketAddress(door.getInetAddress(), 0));
            CountDownLatch entered = new CountDownLatch(1);
            probes.put(ours.getLocalPort(), entered);
            ours.connect(door.getLocalSocketAddress());
            Crowd.await(entered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counted();
    }

    private synchronized int counted() {
        return connections;
    }

    /** How many connections are still open when {@code patience} is over; returns as soon as none is. */
    synchronized int openAfter(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); open > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return open;
    }

    private void welcome() {
        try {
            while (true) {
                letIn(door.accept());
            }
        } catch (IOException end) {
            closed.countDown();
        }
    }

    private void letIn(Socket visitor) throws IOException {
        CountDownLatch probe = probes.remove(visitor.getPort());
        if (probe != null) {
            visitor.close();
            probe.countDown();
            return;
        }
        count(1);
        threads.execute(() -> connect(visitor));
    }

    private synchronized void count(int more) {
        connections += Math.max(more, 0);
        open += more;
        notifyAll();
    }

    private void connect(Socket provider) {
        try (provider;
                Socket upstream = new Socket(vendor.getHost(), vendor.getPort())) {
            Talk talk = new Talk(provider, upstream);
            threads.execute(talk::answers);
            talk.questions();
        } catch (IOException gone) {
            // one of the two hung up, which is what many a test is about
        } finally {
            count(-1);
        }
    }

    /** Takes no more connections. The system keeps the door open for as long as a thread waits behind it. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Crowd.await(closed);
    }

    /** One connection of the provider with its own to the vendor. */
    private final class Talk {
        private final Socket provider;
        private final Socket upstream;
        private volatile boolean answered;

        Talk(Socket provider, Socket upstream) {
            this.provider = provider;
            this.upstream = upstream;
        }

        /** Until the provider closes its side. */
        void questions() throws IOException {
            byte[] some = new byte[8192];
            InputStream from = provider.getInputStream();
            for (int length = from.read(some); length >= 0; length = from.read(some)) {
                if (answered && hangsUpOnReuse) {
                    upstream.getOutputStream().write(some, 0, length);
                    hangUp(provider);
                    return;
                }
                pass(some, length, upstream.getOutputStream());
            }
        }

        /** A vendor that is gone hears nothing more, but the connection to the provider is still open. */
        private void pass(byte[] some, int length, OutputStream to) {
            try {
                to.write(some, 0, length);
            } catch (IOException vendorIsGone) {
                answered = true;
            }
        }

        /** Until the vendor closes its side, in the way in which it does. */
        void answers() {
            try {
                InputStream from = upstream.getInputStream();
                byte[] some = new byte[8192];
                for (int length = from.read(some); length >= 0; length = from.read(some)) {
                    answered = true;
                    provider.getOutputStream().write(some, 0, length);
                }
                provider.shutdownOutput();
            } catch (IOException reset) {
                hangUp(provider);
            }
        }

        private static void hangUp(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closed) {
                // then there is nothing left to hang up
            }
        }
    }
}
