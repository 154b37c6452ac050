package dev.pentimento.adapters.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.Crowd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemainderTest {
    private final Remainder remainder = new Remainder(1);

    @Test
    void readsToTheEnd() throws IOException {
        InputStream body = new ByteArrayInputStream(new byte[1_000_000]);

        remainder.skip(body);

        assertThat(body.available()).isZero();
    }

    @Test
    void readsNoMoreThanTheLongestThatIsEverAccepted() throws IOException {
        Endless body = new Endless();

        remainder.skip(body);

        assertThat(body.read).isEqualTo(Form.MAX_BYTES);
    }

    @Test
    void waitsForNoMoreThanThereIsRoomFor() throws IOException, InterruptedException {
        Silent silent = new Silent();
        Thread first = new Thread(() -> skip(silent));
        first.start();
        Crowd.await(silent.reading);
        InputStream another = new ByteArrayInputStream(new byte[10]);

        remainder.skip(another);
        int left = another.available();
        silent.goOn.countDown();
        first.join();
        remainder.skip(another);

        assertThat(left).isEqualTo(10);
        assertThat(another.available()).isZero();
    }

    private void skip(InputStream body) {
        try {
            remainder.skip(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 0;
        }

        @Override
        public int read(byte[] bytes, int from, int most) {
            read += most;
            return most;
        }
    }

    private static final class Silent extends InputStream {
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public int read() {
            reading.countDown();
            Crowd.await(goOn);
            return -1;
        }

        @Override
        public int read(byte[] bytes, int from, int most) {
            return read();
        }
    }
}
