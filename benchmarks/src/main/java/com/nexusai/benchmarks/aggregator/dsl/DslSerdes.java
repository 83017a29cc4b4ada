package com.nexusai.benchmarks.aggregator.dsl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.benchmarks.aggregator.reference.SlimEvent;
import com.nexusai.benchmarks.aggregator.reference.SlimEventReader;
import com.nexusai.benchmarks.aggregator.reference.UserTotals;
import java.math.BigDecimal;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Small forms for what is stored and sent. */
final class DslSerdes {
    /** Read only: the events themselves go nowhere. */
    static final Deserializer<SlimEvent> EVENT = (topic, json) -> SlimEventReader.read(json);

    static final Serde<UserTotals> USER = Serdes.serdeFrom(
            (topic, totals) -> totals == null ? null : totals.bytes(),
            (topic, bytes) -> bytes == null ? null : UserTotals.of(bytes));

    static final Serde<BigDecimal> DECIMAL = Serdes.serdeFrom(
            (topic, value) -> value == null ? null : value.toString().getBytes(UTF_8),
            (topic, bytes) -> bytes == null ? null : new BigDecimal(new String(bytes, UTF_8)));

    private DslSerdes() {}
}
