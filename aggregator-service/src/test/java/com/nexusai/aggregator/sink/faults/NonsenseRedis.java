package com.nexusai.aggregator.sink.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens where Redis was, and answers everything with the same nonsense. */
final class NonsenseRedis implements AutoCloseable {
    private final ServerSocket server;
    private final String nonsense;
    private final AtomicInteger fired = new AtomicInteger();

    NonsenseRedis(int port, String nonsense) {
        this.nonsense = nonsense;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int fired() {
        return fired.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> confuse(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void confuse(Socket client) {
        try (client) {
            var asked = new byte[8192];
            while (client.getInputStream().read(asked) > 0) {
                fired.incrementAndGet();
                client.getOutputStream().write(nonsense.getBytes(UTF_8));
            }
        } catch (IOException gone) {
            // as wished
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
