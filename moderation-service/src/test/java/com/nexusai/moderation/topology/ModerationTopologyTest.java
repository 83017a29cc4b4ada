package com.nexusai.moderation.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.processor.PoisonCommand;
import com.nexusai.moderation.scoring.LocalScorer;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationTopologyTest {
    private static final Instant LATER = Instant.EPOCH.plusSeconds(60);

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Event> events;
    private TestInputTopic<String, ModerationCommand> commands;
    private TestOutputTopic<String, ModerationCase> cases;
    private TestOutputTopic<String, Decision> decisions;

    @BeforeEach
    void start() {
        var casework = new Casework(Policy.LOCAL, new LocalScorer(Policy.LOCAL));
        var settings = new Properties();
        settings.put("state.dir", folder.toString());
        settings.put("ensure.explicit.internal.resource.naming", "true");
        driver = new TopologyTestDriver(
                ModerationTopology.build(casework, new ModerationMeters(meters), new Progress()),
                settings,
                Instant.EPOCH);
        events = input(Topics.EVENTS_VALIDATED);
        commands = input(Topics.MODERATION_COMMANDS);
        cases = output(Topics.MODERATION_CASES);
        decisions = output(Topics.MODERATION_DECISIONS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldDecideWhenEventCarriesContent() {
        events.pipeInput("acme/ada", event("e1", "{\"contentId\":\"m1\",\"text\":\"i will kill you\"}"), LATER);

        var decided = decisions.readRecord();
        assertThat(decided.key()).isEqualTo("acme/m1");
        assertThat(decided.timestamp()).isEqualTo(LATER.toEpochMilli());
        assertThat(decided.value().decision()).isEqualTo(Outcome.REJECTED);
        assertThat(decided.value().authorId()).isEqualTo("ada");
        assertThat(decided.value().eventId()).isEqualTo("e1");
        assertThat(decided.value().decidedAt()).isEqualTo(LATER);
        var standing = cases.readRecord();
        assertThat(standing.key()).isEqualTo("acme/m1");
        assertThat(standing.value().state()).isEqualTo(CaseState.REJECTED);
        assertThat(standing.value().decision()).isEqualTo(decided.value());
        assertThat(caseStore().get("acme/m1")).isEqualTo(standing.value());
    }

    @Test
    void shouldPassOverEventsWithoutContent() {
        events.pipeInput("acme/ada", event("e1", null), LATER);

        assertThat(cases.isEmpty()).isTrue();
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void shouldCarryTraceFromEventToDecision() {
        var record = new TestRecord<>("acme/ada", event("e1", "{\"text\":\"hello\"}"), Instant.EPOCH);
        record.headers().add("traceparent", new byte[] {1});

        events.pipeInput(record);

        assertThat(decisions.readRecord().headers().lastHeader("traceparent")).isNotNull();
    }

    @Test
    void shouldJoinCaseWhenSameContentComesTwice() {
        submit("m1", "you are an idiot", Instant.EPOCH);
        submit("m1", "you are an idiot", LATER);

        assertThat(decisions.readValuesToList()).hasSize(1);
        assertThat(cases.readValuesToList())
                .extracting(ModerationCase::submissions)
                .containsExactly(1L, 2L);
        assertThat(count("submissions")).isEqualTo(2);
        assertThat(count(Tally.cases(CaseState.PENDING))).isEqualTo(1);
        assertThat(pending()).containsExactly("acme/0000000000000000/m1");
    }

    @Test
    void shouldDecideAgainWhenTextHasChanged() {
        submit("m1", "you are an idiot", Instant.EPOCH);
        submit("m1", "you are a friend", LATER);

        assertThat(decisions.readValuesToList())
                .extracting(Decision::decision)
                .containsExactly(Outcome.REVIEW, Outcome.APPROVED);
        assertThat(caseStore().get("acme/m1").state()).isEqualTo(CaseState.APPROVED);
        assertThat(pending()).isEmpty();
        assertThat(count(Tally.cases(CaseState.PENDING))).isZero();
        assertThat(count(Tally.cases(CaseState.APPROVED))).isEqualTo(1);
        assertThat(count(Tally.decisions(Outcome.REVIEW))).isEqualTo(1);
    }

    @Test
    void shouldEndTheSameWhenCommandsAreLateAndOutOfOrder() {
        submit("m1", "you are an idiot", LATER);
        submit("m1", "you are an idiot", Instant.EPOCH);

        var standing = caseStore().get("acme/m1");
        assertThat(standing.updatedAt()).isEqualTo(LATER);
        assertThat(standing.submissions()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":null}",
                "{\"text\":{\"a\":[1,2]}}",
                "{\"text\":\"hello\",\"kind\":\"poem\"}",
                "{\"text\":\"hello\",\"contentId\":{}}"
            })
    void shouldAskPersonAndGoOnWhenContentIsPoison(String content) {
        events.pipeInput("acme/ada", event("e1", content), Instant.EPOCH);
        events.pipeInput("acme/ada", event("e2", "{\"text\":\"hello\"}"), Instant.EPOCH);

        assertThat(decisions.readValuesToList())
                .extracting(Decision::decision)
                .containsExactly(Outcome.REVIEW, Outcome.APPROVED);
        assertThat(caseStore().get("acme/e1").decision().reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.explanation()).startsWith("Unreadable content"));
        assertThat(meters.counter(ModerationMeters.UNREADABLE, "tenant", "acme").count())
                .isEqualTo(1);
    }

    @Test
    void shouldKeepTenantsApartWhenTheirContentHasTheSameId() {
        submit("m1", "you are an idiot", Instant.EPOCH);
        commands.pipeInput("other/m1", command("other", "m1", "hello", Instant.EPOCH), Instant.EPOCH);

        assertThat(caseStore().get("acme/m1").state()).isEqualTo(CaseState.PENDING);
        assertThat(caseStore().get("other/m1").state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void shouldCallItPoisonWhenCommandCannotBeObeyed() {
        var elsewhere = command("acme", "m2", "hello", Instant.EPOCH);

        assertThatThrownBy(() -> commands.pipeInput("acme/m1", elsewhere))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(PoisonCommand.class)
                .hasRootCauseMessage("the key is not tenantId/contentId");
    }

    private void submit(String contentId, String text, Instant at) {
        commands.pipeInput("acme/" + contentId, command("acme", contentId, text, at), at);
    }

    private static Submit command(String tenantId, String contentId, String text, Instant at) {
        return new Submit(tenantId, contentId, ContentKind.MESSAGE, text, "ada", "rest", null, at);
    }

    private static Event event(String id, String content) {
        return new Event(
                id,
                "acme",
                "MESSAGE_SENT",
                "ada",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                content == null ? null : RawJson.of(content),
                Map.of());
    }

    private KeyValueStore<String, ModerationCase> caseStore() {
        return driver.getKeyValueStore(Stores.CASES);
    }

    private long count(String name) {
        return driver.<String, Long>getKeyValueStore(Stores.COUNTS).get(Tally.key("acme", name));
    }

    private List<String> pending() {
        var keys = new ArrayList<String>();
        try (var all = driver.<String, String>getKeyValueStore(Stores.PENDING).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        assertThat(keys).allMatch(key -> PendingKey.isOf("acme", key));
        return keys;
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
