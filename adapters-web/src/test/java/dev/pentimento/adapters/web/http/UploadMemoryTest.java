package dev.pentimento.adapters.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Files of many requests do not use up the heap. */
class UploadMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    private final UploadMemory memory = new UploadMemory(10 * MEGABYTE);

    private static void assertRefused(int status, UploadMemory.Share share, long bytes) {
        assertThatThrownBy(() -> share.take(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
    }

    @Test
    void whatIsFullIsFullForEverybodyUntilARequestEnds() {
        UploadMemory.Share first = memory.share();
        first.take(4 * MEGABYTE);
        first.take(4 * MEGABYTE);
        UploadMemory.Share second = memory.share();
        assertRefused(503, second, 4 * MEGABYTE);

        first.close();

        second.take(8 * MEGABYTE);
        assertRefused(503, first, 4 * MEGABYTE);
    }

    @Test
    void shareIsGivenBackOnce() {
        UploadMemory.Share first = memory.share();
        first.take(4 * MEGABYTE);
        first.close();
        first.close();

        assertRefused(413, memory.share(), 11 * MEGABYTE);
        memory.share().take(9 * MEGABYTE);
        assertRefused(503, memory.share(), 2 * MEGABYTE);
    }
}
