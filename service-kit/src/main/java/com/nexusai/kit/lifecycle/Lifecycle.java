package com.nexusai.kit.lifecycle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process is made of, in the order in which it was started. Closing goes the other way round, once, and waits
 * for no part longer than its share: a part that hangs must not keep the others from closing.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Duration perPart;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean closing;

    public Lifecycle() {
        this(Duration.ofSeconds(20));
    }

    public Lifecycle(Duration perPart) {
        this.perPart = perPart;
    }

    /** Starts the part now. It is closed also when its start fails half-way. */
    public <P extends Part> P start(P part) {
        closeLater(part);
        part.start();
        return part;
    }

    /** Takes over what is open already. */
    public synchronized <C extends AutoCloseable> C closeLater(C part) {
        if (closing) {
            throw new IllegalStateException("already closing");
        }
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        parts.forEach(this::closeInTime);
        closed.countDown();
    }

    /** Waits until everything is closed. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    private void closeInTime(AutoCloseable part) {
        var closer = Thread.ofPlatform().daemon().name("close-" + name(part)).start(() -> closeNow(part));
        try {
            if (!closer.join(perPart)) {
                LOG.warn("{} did not close within {}; going on without it", name(part), perPart);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeNow(AutoCloseable part) {
        var since = System.nanoTime();
        try {
            part.close();
            LOG.debug("{} closed in {} ms", name(part), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
        } catch (Exception failure) {
            LOG.warn("{} did not close cleanly", name(part), failure);
        }
    }

    private static String name(AutoCloseable part) {
        var name = part.getClass().getSimpleName();
        return name.isEmpty() || part.getClass().isHidden() ? part.getClass().getName() : name;
    }
}
