package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TestKafka;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The promise of the runner, on real processes: killed at any moment, they come back soon and to the same numbers. */
class RecoveryIT {
    private static final int KEYS = 50;
    private static final int RECORDS = 60_000;

    /** Less than the session timeout, which a member that is not known again would have to wait for. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(40);

    private final Path folder = TestKafka.folder();
    private final KafkaClients clients = TestKafka.clients();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process service;

    @AfterEach
    void stop() throws Exception {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
        clients.close();
        http.close();
    }

    @Test
    void shouldCountEachRecordOnceWhenKilledInTheMiddle() throws Exception {
        var started = startAndAwaitReady();
        send(RECORDS / 2);
        await().until(() -> counted() > 0);
        service.destroyForcibly().waitFor();

        send(RECORDS / 2);
        var recovered = startAndAwaitReady();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(counted()).isEqualTo(RECORDS));
        assertThat(counts().values()).allMatch(count -> count == RECORDS / KEYS);
        System.out.printf("ready after start: %d ms, after kill -9: %d ms%n", started.toMillis(), recovered.toMillis());
        assertThat(recovered).isLessThan(BACK_WITHIN);
    }

    @Test
    void shouldStopCleanlyAndKeepItsTasksWhenTerminated() throws Exception {
        startAndAwaitReady();

        service.destroy();

        assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isEqualTo(143);
        assertThat(logLines())
                .allSatisfy(line -> {
                    assertThat(line.path("service").asString()).isEqualTo("counting");
                    assertThat(line.path("instance").asString()).isEqualTo("one");
                })
                .anySatisfy(line -> assertThat(line.path("message").asString()).contains("counting started"))
                .anySatisfy(line -> assertThat(line.path("message").asString()).contains("counting has stopped"));
        assertThat(startAndAwaitReady()).isLessThan(BACK_WITHIN);
    }

    private Duration startAndAwaitReady() throws IOException {
        var portFile = folder.resolve("port");
        Files.deleteIfExists(portFile);
        var since = System.nanoTime();
        var builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment()
                .putAll(TestKafka.variables(
                        "STATE_DIR",
                        folder.resolve("state").toString(),
                        "INSTANCE_ID",
                        "one",
                        "PORT_FILE",
                        portFile.toString(),
                        "LOG_FORMAT",
                        "json"));
        service = builder.start();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(portFile) && isReady(Files.readString(portFile)));
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private List<JsonNode> logLines() throws IOException {
        return Files.readAllLines(folder.resolve("log")).stream()
                .map(Json.MAPPER::readTree)
                .toList();
    }

    private static List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                CountingService.class.getName());
    }

    private boolean isReady(String port) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"));
            return http.send(request.build(), BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void send(int records) {
        try (var producer = clients.producer("numbers", new StringSerializer(), new IntegerSerializer())) {
            for (var i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(CountingService.NUMBERS.name(), "key-" + i % KEYS, i));
            }
        }
    }

    private long counted() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> counts() {
        try (Consumer<String, Long> consumer =
                clients.reader("counts", new StringDeserializer(), new LongDeserializer())) {
            var partitions = consumer.partitionsFor(CountingService.COUNTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var counts = new HashMap<String, Long>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(row -> counts.merge(row.key(), row.value(), Math::max));
            }
            return counts;
        }
    }
}
