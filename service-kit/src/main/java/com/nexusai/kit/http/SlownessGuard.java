package com.nexusai.kit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Refuses a body that trickles in: it would hold a connection and a request for nothing. The idle timeout does not see
 * it, since each byte resets that. Small bodies on slow lines pass: only what takes long is measured.
 */
final class SlownessGuard extends FilterInputStream {
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    static final long MIN_BYTES_PER_SECOND = 500;

    private final LongSupplier nanoTime;
    private final long since;
    private long bytes;

    SlownessGuard(InputStream in, LongSupplier nanoTime) {
        super(in);
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        arrived(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        arrived(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void arrived(int more) {
        bytes += more;
        var nanos = nanoTime.getAsLong() - since;
        if (nanos > PATIENCE_NANOS && bytes < MIN_BYTES_PER_SECOND * TimeUnit.NANOSECONDS.toSeconds(nanos)) {
            throw ClientGone.tooSlow();
        }
    }
}
