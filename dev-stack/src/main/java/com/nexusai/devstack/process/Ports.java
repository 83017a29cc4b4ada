package com.nexusai.devstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback address. */
public final class Ports {
    /** Below what Linux and macOS give to outgoing connections, so that a port stays free while its server is away. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private Ports() {}

    /** The wished port if it is free, any free one for 0. */
    public static int choose(int wished, String user) {
        if (wished == 0) {
            return free();
        }
        try {
            bind(wished);
            return wished;
        } catch (IOException e) {
            throw new DevStackException(
                    "Port " + wished + " for " + user + " is taken: stop what uses it, or choose another port.", e);
        }
    }

    /** A port that nobody listens on, and that no outgoing connection will be given. */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new DevStackException("No port from " + FIRST + " to " + LAST + " is free.");
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
