package com.nexusai.aggregator.domain.actor;

/** Takes the sessions that are not any more what was last said of them. */
@FunctionalInterface
public interface ChangedSessions {
    /**
     * What comes later replaces what came earlier under the same name.
     *
     * @param name the session's id; of a session without one, {@code ~} and the millis of its start
     * @param deleted there is no session of this name any more: it has become part of another, or begins earlier
     */
    void session(String name, long startMillis, long endMillis, long events, boolean deleted);
}
