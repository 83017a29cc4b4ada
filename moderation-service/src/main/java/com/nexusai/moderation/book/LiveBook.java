package com.nexusai.moderation.book;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.kafka.CompactedWriter.Audit;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions on their compacted topic, followed live. */
public final class LiveBook<V> implements Book<V>, Part {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBook.class);
    private static final Duration LOAD = Duration.ofSeconds(60);

    private final Topic<String, V> topic;
    private final CompactedView<String, V> view;
    private final CompactedWriter<V> writer;

    /** @param changed told of each change: the tenant, and all that it has now */
    public LiveBook(Topic<String, V> topic, KafkaClients clients, BiConsumer<String, List<V>> changed) {
        this.topic = topic;
        this.view = new CompactedView<>(topic, clients, (key, before, after) -> {
            var tenantId = EventKey.tenantOf(key);
            try {
                changed.accept(tenantId, all(tenantId));
            } catch (RuntimeException unusable) {
                // written past the REST door; what the tenant had before stays in force
                LOG.error("what lies under {} on {} cannot be used", key, topic.name(), unusable);
            }
        });
        this.writer = new CompactedWriter<>(topic, clients);
    }

    /** Returns once all are known: before that, content would be judged by less than its tenant has said. */
    @Override
    public void start() {
        view.start();
        if (!view.awaitCaughtUp(LOAD)) {
            throw new CannotStart(topic.name() + " could not be read within " + LOAD.toSeconds() + " s");
        }
    }

    @Override
    public @Nullable V find(String tenantId, String name) {
        return view.get(EventKey.of(tenantId, name));
    }

    @Override
    public List<V> all(String tenantId) {
        var prefix = EventKey.of(tenantId, "");
        return view.entries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public @Nullable V change(String tenantId, String name, UnaryOperator<@Nullable V> change, Audit<V> audit) {
        return writer.change(EventKey.of(tenantId, name), change, audit);
    }

    public HealthCheck liveness() {
        return view.liveness();
    }

    @Override
    public void close() {
        view.close();
    }
}
