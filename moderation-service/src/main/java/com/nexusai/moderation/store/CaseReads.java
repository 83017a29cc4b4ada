package com.nexusai.moderation.store;

import com.nexusai.schema.topic.Topics;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What is needed to answer a question about cases.
 *
 * @param local what this instance holds
 * @param owners who holds the rest
 * @param freshness how old the answer is
 */
public record CaseReads(LocalCases local, Owners owners, Freshness freshness) {
    /**
     * @param self {@code host:port} under which peers know this instance
     * @param partitions of each topic
     */
    public static CaseReads of(
            KafkaStreams streams, String self, Map<String, Integer> partitions, Freshness freshness) {
        int parts = partitions.getOrDefault(Topics.MODERATION_COMMANDS.name(), 0);
        return new CaseReads(new LocalCases(streams), new Owners(streams, self, parts), freshness);
    }
}
