package com.nexusai.aggregator.sink.flow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A batch on its way to the target, tried again after ever longer rests. All but the writing is for one thread. */
final class UnderWay {
    /** Why the last attempt failed, and how many there were. */
    record Refusal(int attempts, Exception reason) {}

    private final Batch batch;
    private final Delivery delivery;
    private final Executor hand;
    private final long since = System.nanoTime();
    private CompletableFuture<@Nullable Void> attempt;
    private int attempts;
    private Duration backOff = SinkSettings.SHORTEST_BACK_OFF;
    private long restUntil;
    private boolean resting;

    UnderWay(Batch batch, Delivery delivery, Executor hand) {
        this.batch = batch;
        this.delivery = delivery;
        this.hand = hand;
        this.attempt = begin();
    }

    Batch batch() {
        return batch;
    }

    long since() {
        return since;
    }

    /** Waits for the attempt to end, or for the rest to be over, but no longer than this. */
    void await(Duration time) {
        if (resting) {
            LockSupport.parkNanos(Math.min(time.toNanos(), Math.max(0, restUntil - System.nanoTime())));
            return;
        }
        try {
            attempt.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException later) {
            // the caller looks at what has become of it
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    boolean done() {
        return attempt.isDone() && !attempt.isCompletedExceptionally();
    }

    /** Goes on after a failure: first rests, then tries again. @return the failure, once, if there is a new one */
    @Nullable
    Refusal goOn() {
        if (!attempt.isCompletedExceptionally()) {
            return null;
        }
        if (!resting) {
            resting = true;
            restUntil = System.nanoTime() + backOff.toNanos();
            backOff = SinkSettings.longer(backOff);
            return new Refusal(attempts, reason());
        }
        if (System.nanoTime() >= restUntil) {
            resting = false;
            attempt = begin();
        }
        return null;
    }

    private CompletableFuture<@Nullable Void> begin() {
        attempts++;
        var outcome = new CompletableFuture<@Nullable Void>();
        hand.execute(() -> {
            try {
                delivery.write();
                outcome.complete(null);
            } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }

    /** An error, such as a missing class, is nothing that waiting mends. */
    private Exception reason() {
        var failure = attempt.exceptionNow();
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
