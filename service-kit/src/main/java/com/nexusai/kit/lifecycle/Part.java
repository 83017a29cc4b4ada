package com.nexusai.kit.lifecycle;

/** Something that a process starts and stops. */
public interface Part extends AutoCloseable {
    void start();

    /** Stops it in bounded time; may be called on a part that never started, and twice. */
    @Override
    void close();
}
