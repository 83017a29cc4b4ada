package com.nexusai.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the parts are, as lines a shell can read. The file is there only while the stack is ready. */
record AddressFile(Path path) implements AutoCloseable {
    static final String NAME = "dev-stack.properties";

    void write(DevStack stack) throws IOException {
        Path draft = path.resolveSibling(NAME + ".new");
        Files.writeString(draft, """
                KAFKA_BOOTSTRAP_SERVERS=%s
                REDIS_URL=%s
                CLICKHOUSE_URL=%s
                DEV_STACK_PID=%d
                """.formatted(
                        stack.kafkaBootstrapServers(),
                        stack.redisUrl(),
                        stack.clickHouseUrl(),
                        ProcessHandle.current().pid()));
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
