package com.nexusai.ingest;

import com.nexusai.ingest.domain.LedgerLine;
import com.nexusai.ingest.topology.Stores;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * The ledger as meters, {@code ingest_ledger_records{line="in"}}: what the partitions of this instance have seen since
 * the topic began. Summed over instances, {@code in = validated + rejected + duplicates} once all is processed.
 */
final class LedgerGauges {
    private final KafkaStreams streams;

    LedgerGauges(KafkaStreams streams) {
        this.streams = streams;
    }

    void addTo(MeterRegistry registry) {
        for (var line : LedgerLine.values()) {
            Gauge.builder("ingest.ledger.records", () -> read(line))
                    .description("Records by what became of them, from the transactional ledger")
                    .tag("line", line.word())
                    .register(registry);
        }
    }

    private double read(LedgerLine line) {
        try {
            var ledger = streams.store(StoreQueryParameters.fromNameAndType(
                    Stores.LEDGER, QueryableStoreTypes.<String, Long>keyValueStore()));
            long sum = 0;
            try (var entries = ledger.range(line.word() + '/', line.word() + '0')) {
                while (entries.hasNext()) {
                    sum += entries.next().value;
                }
            }
            return sum;
        } catch (InvalidStateStoreException rebalancing) {
            return Double.NaN;
        }
    }
}
