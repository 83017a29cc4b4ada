package com.nexusai.moderation.provider;

import java.time.Duration;

/** Somebody who can be asked about content. */
public interface Provider {
    /** As reasons and meters name it. */
    String name();

    /**
     * Asks once, and answers within the time, whatever the other side does. Blocks: never call it on a stream thread.
     *
     * @throws InterruptedException when the caller is stopped; nothing is left behind
     */
    Answer ask(Material material, Duration time) throws InterruptedException;
}
