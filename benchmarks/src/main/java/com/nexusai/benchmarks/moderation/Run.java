package com.nexusai.benchmarks.moderation;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.kit.streams.RejectedRecords;
import com.nexusai.kit.streams.StreamsApp;
import com.nexusai.kit.streams.StreamsRunner;
import com.nexusai.moderation.topology.ModerationTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One topology over messages that lie there already, on a broker of its own, exactly once, with one stream thread. */
final class Run {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String APPLICATION = "moderation-bench";

    /**
     * What came of it.
     *
     * @param perSecond messages a second, with everything that shares the machine
     * @param perCore messages for each second that the stream thread computed
     */
    record Result(double perSecond, double perCore) {}

    private final int messages;

    Run(int messages) {
        this.messages = messages;
    }

    Result of(ContentTopology subject) throws Exception {
        var folder = Files.createTempDirectory("moderation-bench");
        var meters = new SimpleMeterRegistry();
        try (var stack = DevStack.start(
                        DevStackConfig.in(folder.resolve("stack")).with(Part.KAFKA));
                var clients = new KafkaClients(config(stack, folder), meters)) {
            new TopicCreator(clients).ensure(ModerationTopology.topics());
            new Messages().send(stack.kafkaBootstrapServers(), messages);
            var app = StreamsApp.exactlyOnce(APPLICATION, subject.topology()).deadLettersTo(new RejectedRecords());
            var runner = new StreamsRunner(app, clients, meters);
            long start = System.nanoTime();
            runner.start();
            try {
                await(stack, subject.output());
                double seconds = (System.nanoTime() - start) / 1e9;
                return new Result(messages / seconds, messages / cpuSeconds());
            } finally {
                runner.close();
            }
        }
    }

    private static ServiceConfig config(DevStack stack, Path folder) {
        var variables = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.kafkaBootstrapServers(),
                "STATE_DIR",
                folder.resolve("state").toString(),
                "INSTANCE_ID",
                "bench",
                "STREAMS_COMMIT_INTERVAL_MS",
                "1000");
        return ServiceConfig.from(Env.of(variables), APPLICATION, 0);
    }

    private void await(DevStack stack, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", stack.kafkaBootstrapServers(),
                "group.id", "counting",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long last = System.nanoTime();
            for (int seen = 0; seen < messages; ) {
                int more = consumer.poll(Duration.ofSeconds(1)).count();
                seen += more;
                last = more > 0 ? System.nanoTime() : last;
                if (System.nanoTime() - last > PATIENCE.toNanos()) {
                    throw new IllegalStateException(
                            "after " + seen + " of " + messages + " messages nothing more came; see the log");
                }
            }
        }
    }

    private static double cpuSeconds() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                        .filter(thread -> thread != null
                                && thread.getThreadName().contains(APPLICATION)
                                && thread.getThreadName().matches(".*StreamThread-\\d+"))
                        .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                        .sum()
                / 1e9;
    }
}
