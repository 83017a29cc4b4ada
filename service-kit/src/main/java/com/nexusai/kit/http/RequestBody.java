package com.nexusai.kit.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.serde.Json;
import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The request's body, decompressed, and never more of it than allowed: the limit counts what is read, so it holds for
 * chunked and for compressed bodies too. What all requests hold together is bounded as well, see {@link BodyBudget}.
 */
public final class RequestBody {
    static final Key<Long> MAX_BYTES = new Key<>("max-body-bytes");

    private RequestBody() {}

    public static byte[] bytes(Context ctx) {
        return bytes(ctx, ctx.appData(MAX_BYTES));
    }

    /** Also unpacks what is gzip and does not say so, as some browser SDKs send it. JSON never begins like gzip. */
    public static byte[] unpacked(Context ctx) {
        return all(stream(ctx, ctx.appData(MAX_BYTES), true));
    }

    /** For a route with a limit of its own, which is below the server's. */
    public static byte[] bytes(Context ctx, long maxBytes) {
        return all(stream(ctx, maxBytes, false));
    }

    private static byte[] all(InputStream stream) {
        try (var body = stream) {
            return body.readAllBytes();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The body as a stream. Reading past the limit throws a {@link Problem}; a broken encoding, an IOException. */
    public static InputStream stream(Context ctx) {
        return stream(ctx, ctx.appData(MAX_BYTES), false);
    }

    /** The body as JSON of the given record. */
    public static <T> T json(Context ctx, Class<T> type) {
        if (!mayBeJson(ctx.contentType())) {
            throw Problem.unsupportedMediaType("Send JSON with 'Content-Type: application/json'.");
        }
        var bytes = bytes(ctx);
        try {
            T value = Json.MAPPER.readValue(bytes, type);
            if (value == null) {
                throw Problem.malformed("The body is null; a JSON object is expected.");
            }
            return value;
        } catch (JacksonException malformed) {
            throw Problem.malformed(
                    bytes.length == 0 ? "The body is empty; JSON is expected." : Json.explain(malformed));
        }
    }

    private static InputStream stream(Context ctx, long maxBytes, boolean sniff) {
        return ctx.appData(BodyBudget.KEY).charge(ctx, bounded(ctx, maxBytes, sniff));
    }

    private static InputStream bounded(Context ctx, long maxBytes, boolean sniff) {
        if (ctx.req().getContentLengthLong() > maxBytes) {
            throw Problem.tooLarge("The body has more than " + maxBytes + " bytes.")
                    .with("maxBytes", maxBytes);
        }
        try {
            var sent = new BoundedStream(new SlownessGuard(ctx.req().getInputStream(), System::nanoTime), maxBytes);
            var encoding = ctx.header("Content-Encoding");
            if (encoding != null && !Decompression.isPlain(encoding)) {
                return unpacked(sent, sent, encoding, maxBytes);
            }
            if (!sniff) {
                return sent;
            }
            var peekable = new BufferedInputStream(sent);
            return Decompression.isGzip(peekable) ? unpacked(peekable, sent, "gzip", maxBytes) : peekable;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static InputStream unpacked(InputStream packed, BoundedStream sent, String encoding, long maxBytes)
            throws IOException {
        return new BoundedStream(new ExpansionGuard(Decompression.open(packed, encoding), sent), maxBytes);
    }

    /** What the client got wrong becomes a problem; a client that went away is none of ours to explain. */
    private static RuntimeException unreadable(IOException failure) {
        if (failure instanceof EOFException && !isFromJetty(failure)) {
            return Problem.malformed("The body ends too early.");
        }
        if (failure instanceof ZipException || failure.getClass().getName().startsWith("com.github.luben.zstd.")) {
            return Problem.malformed("The body is not what its Content-Encoding says: " + failure.getMessage() + ".");
        }
        return ClientGone.because(failure);
    }

    private static boolean isFromJetty(IOException failure) {
        return failure.getClass().getName().startsWith("org.eclipse.jetty.");
    }

    private static boolean mayBeJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        var type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.equals("application/json") || type.endsWith("+json") || type.equals("text/plain");
    }
}
