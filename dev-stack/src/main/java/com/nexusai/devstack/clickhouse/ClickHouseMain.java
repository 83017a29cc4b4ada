package com.nexusai.devstack.clickhouse;

import com.nexusai.devstack.clickhouse.engine.Engine;
import com.nexusai.devstack.clickhouse.http.ClickHouseEndpoint;
import com.nexusai.devstack.clickhouse.http.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * The engine and its endpoint as a process of their own. It prints {@code ready PORT} and ends when its standard input
 * ends: so it never outlives its parent, not even one that was killed.
 */
public final class ClickHouseMain {
    static final String READY = "ready ";

    private ClickHouseMain() {}

    public static void main(String[] args) throws IOException {
        try {
            start(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        } catch (IOException | RuntimeException e) {
            System.err.println("ClickHouse could not start: " + e.getMessage());
            System.exit(1);
        }
        while (System.in.read() >= 0) {
            // nobody writes here: only the end matters
        }
        System.exit(0);
    }

    private static void start(Path library, Path folder, int port) throws IOException {
        Engine engine = Engine.start(library, folder);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ClickHouseEndpoint endpoint = ClickHouseEndpoint.start(engine, address, Credentials.from(System.getenv()));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            endpoint.close();
                            engine.close();
                        },
                        "clickhouse-stop"));
        System.out.println(READY + endpoint.port());
    }
}
