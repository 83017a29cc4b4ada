package com.nexusai.kit.streams;

import java.io.IOException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;

/** Which failures say something of the record, which of the world around it, and which of those pass by themselves. */
final class Failures {
    private Failures() {}

    /** Nothing is wrong with the record: the same one would do on a better day. */
    static boolean isInfrastructure(Throwable failure) {
        return isTransient(failure)
                || causedBy(
                        failure,
                        ProcessorStateException.class,
                        InvalidStateStoreException.class,
                        AuthenticationException.class,
                        AuthorizationException.class,
                        InterruptException.class,
                        Error.class);
    }

    /** Trying again soon may well work. */
    static boolean isTransient(Throwable failure) {
        return causedBy(
                failure,
                RetriableException.class,
                IOException.class,
                ProducerFencedException.class,
                InvalidProducerEpochException.class,
                TaskMigratedException.class,
                TaskCorruptedException.class,
                LockException.class);
    }

    @SafeVarargs
    private static boolean causedBy(Throwable failure, Class<? extends Throwable>... types) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (var type : types) {
                if (type.isInstance(cause)) {
                    return true;
                }
            }
        }
        return false;
    }
}
