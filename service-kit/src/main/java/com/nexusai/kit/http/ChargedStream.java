package com.nexusai.kit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Charges what is read to the request's share, as it is read: a body that announces much and sends little costs little. */
final class ChargedStream extends FilterInputStream {
    private final BodyShare share;

    ChargedStream(InputStream in, BodyShare share) {
        super(in);
        this.share = share;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        share.take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        share.take(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
