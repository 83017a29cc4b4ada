package com.nexusai.devstack.redis;

import com.nexusai.devstack.process.ChildProcess;
import com.nexusai.devstack.process.DevStackException;
import com.nexusai.devstack.process.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** The real Redis server as a child process, on the loopback address, with its append-only file in the folder. */
public final class EmbeddedRedis implements RedisPart {
    private final ChildProcess server;
    private final int port;

    private EmbeddedRedis(ChildProcess server, int port) {
        this.server = server;
        this.port = port;
    }

    public static EmbeddedRedis start(Path folder, int wishedPort) {
        int port = Ports.choose(wishedPort, "Redis");
        try {
            Path binaries = Files.createDirectories(folder.resolve("bin"));
            File executable =
                    ExecutableProvider.newJarResourceProvider(binaries.toFile()).get();
            Path configuration = Files.writeString(folder.resolve("redis.conf"), configuration(folder, port));
            ChildProcess server = ChildProcess.start(
                    "redis",
                    folder,
                    List.of(
                            executable.getAbsolutePath(),
                            configuration.toAbsolutePath().toString()),
                    line -> line.contains("Ready to accept connections"));
            return new EmbeddedRedis(server, port);
        } catch (IOException e) {
            throw new DevStackException("Redis could not write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String configuration(Path folder, int port) {
        return """
                bind 127.0.0.1
                port %d
                dir "%s"
                appendonly yes
                save ""
                daemonize no
                """.formatted(port, folder.toAbsolutePath());
    }

    @Override
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.close();
    }
}
