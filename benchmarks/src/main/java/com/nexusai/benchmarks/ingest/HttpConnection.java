package com.nexusai.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/** One connection that is kept, and as little work for each request as can be: the load shares its cores with the server. */
final class HttpConnection implements AutoCloseable {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final byte[] HEADER_END = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);

    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[8192];

    HttpConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        this.in = socket.getInputStream();
    }

    /** A whole request as bytes, to be sent many times. */
    static byte[] post(String path, String key, byte[] body) {
        var head = "POST " + path + " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** @throws IOException also where the answer is another than 202: then nothing was measured */
    void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int got = 0;
        int headEnd = -1;
        while (headEnd < 0) {
            got = more(got);
            headEnd = indexOf(HEADER_END, got);
        }
        var head = new String(buffer, 0, headEnd + 2, ISO_8859_1);
        int body = headEnd + HEADER_END.length;
        long length = length(head);
        while (length >= 0 ? got < body + length : !endsWith(LAST_CHUNK, got)) {
            got = more(got);
        }
        if (!head.startsWith("HTTP/1.1 202 ")) {
            throw new IOException("not 202 but " + new String(buffer, 0, got, UTF_8));
        }
    }

    /** Negative for a body in chunks. */
    private static long length(String head) {
        var lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(LENGTH);
        if (at < 0) {
            return -1;
        }
        int from = at + LENGTH.length();
        return Long.parseLong(head.substring(from, head.indexOf('\r', from)).strip());
    }

    private int more(int got) throws IOException {
        if (got == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * got);
        }
        int read = in.read(buffer, got, buffer.length - got);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        return got + read;
    }

    private int indexOf(byte[] what, int end) {
        for (int at = 0; at + what.length <= end; at++) {
            if (matches(what, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] what, int end) {
        return end >= what.length && matches(what, end - what.length);
    }

    private boolean matches(byte[] what, int at) {
        for (int i = 0; i < what.length; i++) {
            if (buffer[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
