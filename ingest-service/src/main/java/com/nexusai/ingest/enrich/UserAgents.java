package com.nexusai.ingest.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what it has read: one reading takes a millisecond, and most events bring an agent that was read before. As
 * anybody can make up agents, a tenant may bring so many new ones a second and no more; the others go unread.
 */
public final class UserAgents {
    private static final int MAX_LENGTH = 512;

    private final AgentReading reading = new AgentReading();
    private final Counter unread;
    private final InstantSource clock;
    private final int generation;
    private final int newPerSecond;
    private final Map<String, AtomicInteger> newcomers = new ConcurrentHashMap<>();
    private volatile long second;
    private volatile Map<String, Agent> young = new ConcurrentHashMap<>();
    private volatile Map<String, Agent> old = Map.of();

    /**
     * @param capacity how many agents are remembered at most
     * @param newPerSecond how many that are not may be read, of one tenant
     */
    public UserAgents(int capacity, int newPerSecond, InstantSource clock, MeterRegistry meters) {
        this.generation = Math.max(1, capacity / 2);
        this.newPerSecond = newPerSecond;
        this.clock = clock;
        this.unread = Counter.builder("ingest.enrichment.unread")
                .description("Events whose user agent was not read, since their tenant brought too many new ones")
                .register(meters);
    }

    @Nullable
    Agent find(String tenantId, String userAgent) {
        if (userAgent.isBlank() || userAgent.length() > MAX_LENGTH) {
            return null;
        }
        var known = young.get(userAgent);
        if (known != null) {
            return known;
        }
        var kept = old.get(userAgent);
        if (kept == null && !mayRead(tenantId)) {
            unread.increment();
            return null;
        }
        var agent = kept != null ? kept : reading.read(userAgent);
        remember(userAgent, agent);
        return agent;
    }

    /** Who was not asked for since the last change of generation is forgotten with the next one. */
    private synchronized void remember(String userAgent, Agent agent) {
        if (young.size() >= generation) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(userAgent, agent);
    }

    private boolean mayRead(String tenantId) {
        long now = clock.millis() / 1000;
        if (now != second) {
            second = now;
            newcomers.clear();
        }
        return newcomers.computeIfAbsent(tenantId, any -> new AtomicInteger()).incrementAndGet() <= newPerSecond;
    }
}
