package com.nexusai.devstack.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.devstack.DevStack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicTailIT {
    private static final int RECORDS = 50;

    private final String broker = DevStack.shared().kafkaBootstrapServers();
    private final String topic = "tail-" + UUID.randomUUID();

    /** Each record in a transaction of its own, so that half of the offsets are markers; one transaction is aborted. */
    @BeforeEach
    void fillTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        try (var producer = producer()) {
            producer.initTransactions();
            for (int number = 1; number <= RECORDS; number++) {
                producer.beginTransaction();
                producer.send(record(number));
                producer.commitTransaction();
            }
            producer.beginTransaction();
            producer.send(record(RECORDS + 1));
            producer.flush();
            producer.abortTransaction();
        }
    }

    @Test
    void shouldCountCommittedRecordsAndNotOffsets() {
        try (var consumer = TopicTail.consumer(broker)) {
            assertThat(TopicCounts.read(consumer)).contains(new TopicCounts(topic, 2, RECORDS, true));
        }
    }

    @Test
    void shouldGiveTheLastCommittedRecordsInOrder() {
        try (var consumer = TopicTail.consumer(broker)) {
            var last = LastRecords.read(consumer, partitions(), 3);

            assertThat(last)
                    .extracting(record -> new String(record.value(), UTF_8))
                    .containsExactly("48", "49", "50");
        }
    }

    @Test
    void shouldGiveAllWhenFewerThanAskedFor() {
        try (Consumer<byte[], byte[]> consumer = TopicTail.consumer(broker)) {
            assertThat(LastRecords.read(consumer, partitions(), 1000)).hasSize(RECORDS);
        }
    }

    private List<TopicPartition> partitions() {
        return List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    }

    private ProducerRecord<byte[], byte[]> record(int number) {
        var value = Integer.toString(number).getBytes(UTF_8);
        return new ProducerRecord<>(topic, number % 2, (long) number, null, value);
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
