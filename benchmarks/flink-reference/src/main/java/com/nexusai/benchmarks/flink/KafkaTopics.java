package com.nexusai.benchmarks.flink;

import com.nexusai.benchmarks.aggregator.child.FirstRecord;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.reference.SlimEvent;
import com.nexusai.benchmarks.aggregator.reference.SlimEventReader;
import com.nexusai.schema.topic.Topics;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** Where events come from and results go to. */
final class KafkaTopics {
    /** Less than what the broker allows; the default is more. */
    private static final String TRANSACTION_TIMEOUT = "600000";

    private final RunSettings settings;

    KafkaTopics(RunSettings settings) {
        this.settings = settings;
    }

    KafkaSource<SlimEvent> events() {
        return KafkaSource.<SlimEvent>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setGroupId(settings.id())
                .setTopics(Topics.EVENTS_VALIDATED.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SlimEventSchema())
                .setProperty("interceptor.classes", FirstRecord.class.getName())
                .build();
    }

    KafkaSink<Tuple2<String, byte[]>> results() {
        return KafkaSink.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.id())
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setProperty("transaction.timeout.ms", TRANSACTION_TIMEOUT)
                .setProperty("compression.type", "lz4")
                .setProperty("batch.size", Integer.toString(64 * 1024))
                .setProperty("linger.ms", "10")
                .setRecordSerializer(new ResultSchema())
                .build();
    }

    private static final class SlimEventSchema extends AbstractDeserializationSchema<SlimEvent> {
        private SlimEventSchema() {
            super(SlimEvent.class);
        }

        @Override
        public SlimEvent deserialize(byte[] json) {
            return SlimEventReader.read(json);
        }
    }
}
