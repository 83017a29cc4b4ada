package com.nexusai.moderation.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.store.Progress;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodingTest {
    private static final int MOST = 20;
    private static final String FLOODING = "spam/flooding";

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Event> events;
    private TestOutputTopic<String, Decision> decisions;
    private int sent;

    @BeforeEach
    void start() {
        var casework = new Casework(Policy.LOCAL, (kind, text) -> Score.of(List.of()));
        var settings = new Properties();
        settings.put("state.dir", folder.toString());
        driver = new TopologyTestDriver(
                ModerationTopology.build(casework, new ModerationMeters(new SimpleMeterRegistry()), new Progress()),
                settings,
                Instant.EPOCH);
        var in = Topics.EVENTS_VALIDATED;
        events = driver.createInputTopic(
                in.name(), in.keySerde().serializer(), in.valueSerde().serializer());
        var out = Topics.MODERATION_DECISIONS;
        decisions = driver.createOutputTopic(
                out.name(), out.keySerde().deserializer(), out.valueSerde().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldAskPersonWhenActorSendsTooMuchWithinAMinute() {
        for (int i = 0; i < MOST; i++) {
            assertThat(send("ada", Duration.ofSeconds(i)).decision()).isEqualTo(Outcome.APPROVED);
        }

        var tooMuch = send("ada", Duration.ofSeconds(MOST));

        assertThat(tooMuch.decision()).isEqualTo(Outcome.REVIEW);
        assertThat(tooMuch.reasons()).extracting(Reason::rule).containsExactly(FLOODING);
        assertThat(tooMuch.reasons().getFirst().explanation()).contains("21 pieces");
    }

    @Test
    void shouldCountEachActorAlone() {
        for (int i = 0; i < MOST; i++) {
            send("ada", Duration.ofSeconds(i));
        }

        assertThat(send("bob", Duration.ofSeconds(MOST)).decision()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void shouldStillCountTheEndOfTheMinuteBefore() {
        for (int i = 0; i < MOST; i++) {
            send("ada", Duration.ofSeconds(59));
        }

        assertThat(send("ada", Duration.ofSeconds(60)).decision()).isEqualTo(Outcome.REVIEW);
        assertThat(send("ada", Duration.ofSeconds(110)).decision()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void shouldForgetWhenActorRests() {
        for (int i = 0; i < 2 * MOST; i++) {
            send("ada", Duration.ofSeconds(1));
        }

        assertThat(send("ada", Duration.ofMinutes(5)).decision()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void shouldNotBelieveAProducerThatTellsThePace() {
        var record = new TestRecord<>("acme/ada", event("ada", "e0"), Instant.EPOCH);
        record.headers().add("actor-pace", new byte[] {0, 0, 0, 0, 0, 0, 1, 0});

        events.pipeInput(record);

        assertThat(decisions.readValue().decision()).isEqualTo(Outcome.APPROVED);
    }

    private Decision send(String actor, Duration at) {
        sent++;
        events.pipeInput("acme/" + actor, event(actor, "e" + sent), Instant.EPOCH.plus(at));
        return decisions.readValue();
    }

    private static Event event(String actor, String id) {
        return new Event(
                id,
                "acme",
                "MESSAGE_SENT",
                actor,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                RawJson.of("{\"text\":\"hello\"}"),
                Map.of());
    }
}
