package com.nexusai.aggregator.domain.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.aggregator.domain.filter.EventView;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Looking at an event leaves nothing for the garbage collector. */
class PlanGarbageTest {
    private static final int EVENTS = 20_000;
    private static final byte[] JSON = """
            {"tokens":37, "amount":12.99, "plan":"pro", "text":"hello \\u00e9", "device":{"os":"iOS"}}
            """.getBytes(UTF_8);

    private final Catalogue catalogue = Catalogue.builtIn();
    private final EventFields fields = new EventFields();
    private final Length length = new Length();

    @Test
    void shouldMakeNoGarbagePerEvent() {
        catalogue.replace(
                "acme",
                List.of(new MetricDefinition(
                        "acme",
                        "mine",
                        null,
                        "properties.tokens >= 0.5 and properties.plan in ('pro', 'max') and userId starts with 'u'"
                                + " and context.device.os contains 'OS'",
                        new Measure.Sum("properties.amount"),
                        List.of("properties.plan", "properties.device.os", "properties.amount"),
                        1000,
                        true,
                        true,
                        1,
                        Instant.EPOCH,
                        null,
                        null)));
        var event = new Message();
        apply(event);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        apply(event);
        long made = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(length.contributions).isGreaterThan(2L * 4 * EVENTS);
        assertThat(made).as("bytes for %s events", EVENTS).isLessThan(EVENTS);
    }

    private void apply(EventView event) {
        for (int i = 0; i < EVENTS; i++) {
            catalogue.planFor("acme", event.type()).apply(event, fields, length);
        }
    }

    private static final class Length implements Contributions {
        private long contributions;

        @Override
        public void count(LiveMetric metric, String dimension) {
            contributions++;
        }

        @Override
        public void number(LiveMetric metric, String dimension, long units) {
            contributions++;
        }

        @Override
        public void largeNumber(LiveMetric metric, String dimension, BigInteger units) {
            contributions++;
        }

        @Override
        public void value(LiveMetric metric, String dimension, String value) {
            contributions++;
        }

        @Override
        public void actor(LiveMetric metric, String dimension) {
            contributions++;
        }

        @Override
        public void steps(LiveMetric metric, int steps) {
            contributions++;
        }
    }

    private static final class Message implements EventView {
        @Override
        public String tenantId() {
            return "acme";
        }

        @Override
        public String type() {
            return "MESSAGE_SENT";
        }

        @Override
        public String actor() {
            return "u-1";
        }

        @Override
        public String userId() {
            return "u-1";
        }

        @Override
        public @Nullable String anonymousId() {
            return null;
        }

        @Override
        public @Nullable String sessionId() {
            return null;
        }

        @Override
        public String eventId() {
            return "e-1";
        }

        @Override
        public long timestampMillis() {
            return 0;
        }

        @Override
        public byte[] properties() {
            return JSON;
        }

        @Override
        public int propertiesOffset() {
            return 0;
        }

        @Override
        public int propertiesLength() {
            return JSON.length;
        }

        @Override
        public byte[] context() {
            return JSON;
        }

        @Override
        public int contextOffset() {
            return 0;
        }

        @Override
        public int contextLength() {
            return JSON.length;
        }
    }
}
