package com.nexusai.kit.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.nexusai.kit.problem.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The content encodings that a request body may have. */
final class Decompression {
    private static final String ACCEPTED = "gzip, deflate, zstd";

    /** A frame names its own window, so a few bytes could ask for 128 MB: eight are enough for what clients send. */
    private static final int ZSTD_WINDOW_LOG = 23;

    private static final int BUFFER = 8 * 1024;

    private Decompression() {}

    static boolean isPlain(@Nullable String encoding) {
        return encoding == null || encoding.isBlank() || "identity".equalsIgnoreCase(encoding.strip());
    }

    /** Looks at the first two bytes and leaves them where they are. */
    static boolean isGzip(BufferedInputStream body) throws IOException {
        body.mark(2);
        var gzip = body.read() == 0x1f && body.read() == 0x8b;
        body.reset();
        return gzip;
    }

    static InputStream open(InputStream body, String encoding) throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(body, BUFFER);
            case "deflate" -> inflate(body);
            case "zstd" -> new ZstdInputStreamNoFinalizer(body).setLongMax(ZSTD_WINDOW_LOG);
            default ->
                throw Problem.unsupportedMediaType("The content encoding is not supported; accepted: " + ACCEPTED + ".")
                        .header("Accept-Encoding", ACCEPTED);
        };
    }

    /** RFC 9110 means zlib by "deflate", and some clients send it bare: the first byte tells. */
    private static InputStream inflate(InputStream body) throws IOException {
        var peekable = new BufferedInputStream(body, BUFFER);
        peekable.mark(1);
        var first = peekable.read();
        peekable.reset();
        var zlib = (first & 0x0f) == 8;
        var inflater = new Inflater(!zlib);
        return new InflaterInputStream(peekable, inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }
}
