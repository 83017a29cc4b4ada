package com.nexusai.query.engine;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricAnswer;
import com.nexusai.query.domain.Plan;
import com.nexusai.query.store.AnswerCache;
import com.nexusai.query.store.SourceAway;
import com.nexusai.schema.serde.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Answers of ClickHouse that were given a moment ago. Where the data has come to is part of the key, so an answer that is
 * found is one that was made of the data of which the caller is told.
 */
final class Remembered {
    private static final int LARGEST = 1_000_000;
    /** How long a cache that was away is left alone: it must not cost each question its patience. */
    private static final long LEFT_ALONE_NANOS = Duration.ofSeconds(2).toNanos();

    private final AnswerCache cache;
    private final Engine.EngineMeters meters;
    private final InstantSource clock;
    private volatile long awayAt = System.nanoTime() - LEFT_ALONE_NANOS;

    Remembered(AnswerCache cache, Engine.EngineMeters meters, InstantSource clock) {
        this.cache = cache;
        this.meters = meters;
        this.clock = clock;
    }

    private record Kept(MetricAnswer answer, long madeAt) {}

    /** @param fresh how far history has come, looked up before this */
    Part part(String tenantId, Step step, Meta fresh, Supplier<MetricAnswer> answer) {
        var key = key(tenantId, step, fresh);
        var kept = find(key);
        if (kept != null) {
            return new Part(kept.answer(), fresh.madeBefore(Math.max(0, clock.millis() - kept.madeAt())));
        }
        var made = answer.get();
        keep(key, new Kept(made, clock.millis()));
        return new Part(made, fresh);
    }

    private @Nullable Kept find(String key) {
        var text = asked(() -> cache.get(key)).orElse(Optional.empty());
        try {
            var kept = text.isEmpty() ? null : Json.MAPPER.readValue(text.get(), Kept.class);
            meters.remembered(kept == null ? "miss" : "hit");
            return kept;
        } catch (JacksonException ofAnotherVersion) {
            meters.remembered("miss");
            return null;
        }
    }

    private void keep(String key, Kept kept) {
        var text = Json.MAPPER.writeValueAsString(kept);
        if (text.length() <= LARGEST) {
            asked(() -> {
                cache.put(key, text);
                return true;
            });
        }
    }

    private <T> Optional<T> asked(Supplier<T> question) {
        if (System.nanoTime() - awayAt < LEFT_ALONE_NANOS) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (SourceAway away) {
            awayAt = System.nanoTime();
            meters.remembered("away");
            return Optional.empty();
        }
    }

    /** The range is in the question as moments, and a definition may change under its name. */
    private static String key(String tenantId, Step step, Meta fresh) {
        var definition =
                step.plan() instanceof Plan.OfEvents events ? Json.MAPPER.writeValueAsString(events.definition()) : "";
        var text = String.join(
                "\n",
                QuestionText.of(step.question()),
                definition,
                step.as().word(),
                fresh.asOf() == null ? "" : Long.toString(fresh.asOf().toEpochMilli()));
        return tenantId + ":answers:" + sha256(text);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
