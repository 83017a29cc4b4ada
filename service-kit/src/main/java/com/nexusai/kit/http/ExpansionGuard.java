package com.nexusai.kit.http;

import com.nexusai.kit.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that grows out of proportion while it is decompressed. */
final class ExpansionGuard extends FilterInputStream {
    /** Batches of similar events shrink by up to some fifty times; bombs by a thousand. */
    static final int MAX_RATIO = 200;

    /** Below this, any ratio is harmless. */
    static final long HARMLESS_BYTES = 1 << 20;

    private final BoundedStream compressed;
    private long expanded;

    ExpansionGuard(InputStream decompressed, BoundedStream compressed) {
        super(decompressed);
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        expanded(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        expanded(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void expanded(int more) {
        expanded += more;
        if (expanded > HARMLESS_BYTES && expanded > compressed.count() * MAX_RATIO) {
            throw Problem.tooLarge("The body expands more than " + MAX_RATIO + " times.");
        }
    }
}
