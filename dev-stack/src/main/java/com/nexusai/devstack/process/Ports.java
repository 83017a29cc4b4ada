package com.nexusai.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
public final class Ports {
    private Ports() {}

    /** The wished port if it is free, any free one for 0. */
    public static int choose(int wished, String user) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wished));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wished != 0) {
                throw new DevStackException(
                        "Port " + wished + " for " + user + " is taken: stop what uses it, or choose another port.", e);
            }
            throw new UncheckedIOException(e);
        }
    }
}
