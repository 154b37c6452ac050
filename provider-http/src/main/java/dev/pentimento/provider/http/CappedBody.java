package dev.pentimento.provider.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body of which no more than so many bytes are read, counted after decompression. */
final class CappedBody extends ResponseBody {
    private final ResponseBody whole;
    private final BufferedSource source;

    CappedBody(ResponseBody whole, long maxBytes) {
        this.whole = whole;
        this.source = Okio.buffer(new Counted(whole.source(), maxBytes));
    }

    @Override
    public @Nullable MediaType contentType() {
        return whole.contentType();
    }

    @Override
    public long contentLength() {
        return whole.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Counted extends ForwardingSource {
        private final long maxBytes;
        private long seen;

        Counted(BufferedSource whole, long maxBytes) {
            super(whole);
            this.maxBytes = maxBytes;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            seen += Math.max(read, 0);
            if (seen > maxBytes) {
                throw new IOException("the answer is longer than %d bytes".formatted(maxBytes));
            }
            return read;
        }
    }
}
