package com.nexusai.benchmarks.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.benchmarks.aggregator.reference.FlinkResults;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A class and no lambdas: Flink wants to see its types; and for its pool of transactions, where they go. */
final class ResultSchema implements KafkaRecordSerializationSchema<Tuple2<String, byte[]>>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Tuple2<String, byte[]> result, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(FlinkResults.TOPIC, result.f0.getBytes(UTF_8), result.f1);
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        var topics = DefaultKafkaDatasetIdentifier.ofTopics(List.of(FlinkResults.TOPIC));
        return Optional.of(new DefaultKafkaDatasetFacet(topics, new Properties()));
    }
}
