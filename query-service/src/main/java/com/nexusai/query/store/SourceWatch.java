package com.nexusai.query.store;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.lifecycle.Part;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source now and then whether it is there, so that health can say so without waiting for it. A source that is
 * away degrades some answers and makes nothing unready.
 */
public final class SourceWatch implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final String source;
    private final Runnable ping;
    private final Thread watching;
    private volatile Status status = Status.down("not asked yet");

    /** @param ping throws when the source does not answer */
    public SourceWatch(String source, Runnable ping) {
        this.source = source;
        this.ping = ping;
        this.watching = Thread.ofVirtual().name("watch-" + source).unstarted(this::watch);
    }

    @Override
    public void start() {
        watching.start();
    }

    public HealthCheck health() {
        return HealthCheck.of(source, () -> status);
    }

    private void watch() {
        try {
            while (true) {
                note(ask());
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Status ask() {
        try {
            ping.run();
            return Status.UP;
        } catch (RuntimeException away) {
            LOG.debug("{} does not answer", source, away);
            return Status.down("away; answers that need it are degraded");
        }
    }

    private void note(Status now) {
        if (now.up() != status.up()) {
            LOG.info("{} is {}", source, now.up() ? "there" : "away");
        }
        status = now;
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
