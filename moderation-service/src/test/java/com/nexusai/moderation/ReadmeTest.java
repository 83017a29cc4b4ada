package com.nexusai.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.moderation.store.Stores;
import com.nexusai.moderation.topology.ModerationTopology;
import com.nexusai.moderation.webhook.Courier;
import com.nexusai.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void shouldNameEveryTopicStoreAndMeter() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(readme)
                .contains(ModerationTopology.topics().stream().map(Topic::name).toList());
        assertThat(readme)
                .contains(List.of(
                        Stores.CASES,
                        Stores.PENDING,
                        Stores.QUEUES,
                        Stores.COUNTS,
                        Stores.HISTORY,
                        Stores.DEADLINES,
                        Stores.OUTCOMES,
                        Stores.USERS,
                        Stores.PACES,
                        Stores.EXPOSURES,
                        Policy.LOCAL.id()));
        assertThat(readme)
                .contains(
                        prometheus(ModerationMeters.SUBMISSIONS) + "_total",
                        prometheus(ModerationMeters.DECISIONS) + "_total",
                        prometheus(ModerationMeters.UNREADABLE) + "_total",
                        prometheus(ModerationMeters.UNHEARD) + "_total",
                        prometheus(Providers.ASKED) + "_total",
                        prometheus(Courier.DELIVERIES) + "_total",
                        prometheus(ModerationMeters.SCORING) + "_seconds");
    }

    private static String prometheus(String meter) {
        return meter.replace('.', '_');
    }
}
