package com.nexusai.devstack;

import com.nexusai.devstack.clickhouse.ClickHousePart;
import com.nexusai.devstack.kafka.KafkaPart;
import com.nexusai.devstack.process.DevStackException;
import com.nexusai.devstack.process.FolderLock;
import com.nexusai.devstack.redis.RedisPart;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka, Redis and ClickHouse, started together and stopped together. */
public final class DevStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DevStack.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<CompletableFuture<?>> starting = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::stopAll, "dev-stack-stop");
    private volatile boolean stopping;
    private @Nullable KafkaPart kafka;
    private @Nullable RedisPart redis;
    private @Nullable ClickHousePart clickHouse;

    private DevStack() {}

    /** The stack of this JVM for tests: started when first asked for, stopped when the JVM ends. */
    public static DevStack shared() {
        return SharedDevStack.get();
    }

    /** Starts the wanted parts side by side; when one fails, none is left running. */
    public static DevStack start(DevStackConfig config) {
        QuietLogs.ofKafka();
        DevStack stack = new DevStack();
        Runtime.getRuntime().addShutdownHook(stack.hook);
        try {
            stack.startParts(config);
            return stack;
        } catch (RuntimeException e) {
            boolean toldToStop = stack.stopping;
            stack.close();
            throw toldToStop ? new DevStackException("The dev-stack was told to stop while it was starting.", e) : e;
        }
    }

    private void startParts(DevStackConfig config) {
        keep(FolderLock.take(config.folder()));
        PartStarter starter = new PartStarter(config);
        starter.checkSpace();
        for (Part part : config.parts()) {
            starting.add(
                    switch (part) {
                        case KAFKA -> sideBySide(part, () -> kafka = keep(starter.kafka()));
                        case REDIS -> sideBySide(part, () -> redis = keep(starter.redis()));
                        case CLICKHOUSE -> sideBySide(part, () -> clickHouse = keep(starter.clickHouse()));
                    });
        }
        awaitAll(starting);
        LOG.info("The dev-stack is ready in {}", config.folder());
    }

    private static CompletableFuture<?> sideBySide(Part part, Runnable start) {
        Runnable timed = () -> {
            long begun = System.nanoTime();
            start.run();
            LOG.info(
                    "{} is ready after {} ms",
                    part,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        };
        return CompletableFuture.runAsync(
                timed,
                task -> Thread.ofPlatform().daemon().name("dev-stack-start").start(task));
    }

    private static void awaitAll(List<CompletableFuture<?>> starting) {
        RuntimeException first = null;
        for (CompletableFuture<?> part : starting) {
            try {
                part.join();
            } catch (CompletionException e) {
                RuntimeException reason = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
                if (first == null) {
                    first = reason;
                } else {
                    first.addSuppressed(reason);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    public String kafkaBootstrapServers() {
        return wanted(kafka, Part.KAFKA).bootstrapServers();
    }

    public String redisUrl() {
        return wanted(redis, Part.REDIS).url();
    }

    public String clickHouseUrl() {
        return wanted(clickHouse, Part.CLICKHOUSE).url();
    }

    private static <T> T wanted(@Nullable T part, Part name) {
        if (part == null) {
            throw new IllegalStateException(name + " is not part of this stack");
        }
        return part;
    }

    /** To be closed with the stack, before everything that was kept earlier. */
    <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            started.push(part);
        }
        return part;
    }

    /** Stops what this stack started, last first. A second call does nothing. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // then the hook finds nothing left to stop
        }
    }

    /** A signal may come while parts are still starting: they are waited for, so that none is left behind. */
    private void stopAll() {
        stopping = true;
        starting.forEach(part -> part.handle((done, failed) -> done).join());
        synchronized (started) {
            while (!started.isEmpty()) {
                stop(started.pop());
            }
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("While stopping the dev-stack", e);
        }
    }
}
