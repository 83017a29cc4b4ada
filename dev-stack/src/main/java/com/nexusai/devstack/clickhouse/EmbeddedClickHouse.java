package com.nexusai.devstack.clickhouse;

import com.clickhouse.data.ClickHouseCityHash;
import com.github.luben.zstd.Zstd;
import com.nexusai.devstack.process.ChildProcess;
import com.nexusai.devstack.process.Ports;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4Factory;

/**
 * The ClickHouse engine in a child JVM. A child, because the engine knows one folder a process and takes its process
 * down when it fails: so two stacks fit in one test run, and a test may kill and restart it.
 */
public final class EmbeddedClickHouse implements ClickHousePart {
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dsun.net.httpserver.nodelay=true",
            // longer than the 30 s that clients are told, so that no client writes into a closing connection
            "-Dsun.net.httpserver.idleInterval=300",
            "-Dsun.net.httpserver.maxIdleConnections=1000",
            // a refused insert is read to its end: clients send all rows before they look at the answer
            "-Dsun.net.httpserver.drainAmount=1073741824");

    private final ChildProcess server;
    private final String url;

    private EmbeddedClickHouse(ChildProcess server, String url) {
        this.server = server;
        this.url = url;
    }

    public static EmbeddedClickHouse start(Path library, Path folder, int wishedPort) {
        int port = Ports.choose(wishedPort, "ClickHouse");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(classPath());
        command.add(ClickHouseMain.class.getName());
        command.add(library.toAbsolutePath().toString());
        command.add(folder.resolve("data").toAbsolutePath().toString());
        command.add(Integer.toString(port));
        ChildProcess server =
                ChildProcess.start("clickhouse", folder, command, line -> line.startsWith(ClickHouseMain.READY));
        return new EmbeddedClickHouse(server, "http://127.0.0.1:" + port);
    }

    /** Only what the child needs, wherever this JVM has it from. */
    @SuppressWarnings("deprecation")
    private static String classPath() {
        return Stream.of(ClickHouseMain.class, ClickHouseCityHash.class, LZ4Factory.class, Zstd.class)
                .map(EmbeddedClickHouse::locationOf)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url() {
        return url;
    }

    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.close();
    }
}
