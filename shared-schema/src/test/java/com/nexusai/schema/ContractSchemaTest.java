package com.nexusai.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the serdes write is what the schemas say. */
class ContractSchemaTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Topics.EVENTS_VALIDATED, Samples.fullEvent()),
                Arguments.of(Topics.EVENTS_VALIDATED, Samples.bareEvent()),
                Arguments.of(Topics.EVENTS_REKEYED, Samples.fullEvent()),
                Arguments.of(Topics.AGGREGATES, Samples.cell()),
                Arguments.of(Topics.AGGREGATES, Samples.fullCell()),
                Arguments.of(Topics.USER_SESSIONS, Samples.session()),
                Arguments.of(Topics.USER_AGGREGATES, Samples.profile()),
                Arguments.of(Topics.MODERATION_COMMANDS, ModerationSamples.fullCommand()),
                Arguments.of(Topics.MODERATION_COMMANDS, ModerationSamples.bareCommand()),
                Arguments.of(Topics.MODERATION_COMMANDS, ModerationSamples.review()),
                Arguments.of(Topics.MODERATION_COMMANDS, ModerationSamples.report()),
                Arguments.of(Topics.MODERATION_COMMANDS, ModerationSamples.appeal()),
                Arguments.of(Topics.MODERATION_COMMANDS, DefinitionSamples.measure()),
                Arguments.of(Topics.MODERATION_COMMANDS, ModerationSamples.verdict()),
                Arguments.of(Topics.MODERATION_QUESTIONS, ModerationSamples.question()),
                Arguments.of(Topics.MODERATION_BANKS, DefinitionSamples.bank()),
                Arguments.of(Topics.MODERATION_LEXICONS, DefinitionSamples.lexicon()),
                Arguments.of(Topics.MODERATION_WEBHOOKS, DefinitionSamples.webhook()),
                Arguments.of(Topics.MODERATION_DELIVERIES, DefinitionSamples.delivery()),
                Arguments.of(Topics.MODERATION_OUTCOMES, ModerationSamples.fullOutcome()),
                Arguments.of(Topics.MODERATION_OUTCOMES, ModerationSamples.bareOutcome()),
                Arguments.of(
                        Topics.MODERATION_USER_EVENTS,
                        ModerationSamples.userEvents().get(0)),
                Arguments.of(
                        Topics.MODERATION_USER_EVENTS,
                        ModerationSamples.userEvents().get(1)),
                Arguments.of(
                        Topics.MODERATION_USER_EVENTS,
                        ModerationSamples.userEvents().get(2)),
                Arguments.of(
                        Topics.MODERATION_USER_EVENTS,
                        ModerationSamples.userEvents().get(3)),
                Arguments.of(Topics.MODERATION_SANCTIONS, DefinitionSamples.standing()),
                Arguments.of(Topics.MODERATION_POLICIES, ModerationSamples.moderationPolicy()),
                Arguments.of(Topics.MODERATION_DECISIONS, ModerationSamples.decisionByPerson()),
                Arguments.of(Topics.MODERATION_DECISIONS, ModerationSamples.fullDecision()),
                Arguments.of(Topics.MODERATION_DECISIONS, ModerationSamples.bareDecision()),
                Arguments.of(Topics.MODERATION_CASES, ModerationSamples.fullCase()),
                Arguments.of(Topics.MODERATION_CASES, ModerationSamples.bareCase()),
                Arguments.of(Topics.API_KEYS, Samples.fullKey()),
                Arguments.of(Topics.API_KEYS, Samples.bareKey()),
                Arguments.of(Topics.METRIC_DEFINITIONS, Samples.fullMetric()),
                Arguments.of(Topics.METRIC_DEFINITIONS, Samples.bareMetric()),
                Arguments.of(Topics.METRIC_DEFINITIONS, Samples.funnel()),
                Arguments.of(Topics.TRACKING_PLANS, Samples.plan()),
                Arguments.of(Topics.DASHBOARDS, Samples.dashboard()),
                Arguments.of(Topics.TENANT_SETTINGS, Samples.settings()),
                Arguments.of(Topics.AUDIT_LOG, Samples.auditEntry()));
    }

    @ParameterizedTest
    @MethodSource("values")
    <V> void shouldWriteWhatTheSchemaSaysAndReadItBack(Topic<?, V> topic, V value) {
        byte[] json = topic.valueSerde().serializer().serialize(topic.name(), value);

        assertThat(SchemaCheck.faults(Objects.requireNonNull(topic.schema()), json))
                .isEmpty();
        assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), json))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    <V> void shouldReadAValueThatHasFieldsOfALaterVersion(Topic<?, V> topic, V value) {
        var json = new String(topic.valueSerde().serializer().serialize(topic.name(), value));
        byte[] later = (json.substring(0, json.length() - 1) + ",\"later\":[1]}").getBytes();

        assertThat(SchemaCheck.faults(Objects.requireNonNull(topic.schema()), later))
                .isEmpty();
        assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), later))
                .hasSameClassAs(value);
    }

    /** So that a record which gains a field cannot forget its schema. */
    @ParameterizedTest
    @MethodSource("values")
    <V> void shouldDescribeEveryFieldThatIsWritten(Topic<?, V> topic, V value) {
        var json = Json.MAPPER.readTree(topic.valueSerde().serializer().serialize(topic.name(), value));
        var described = Json.MAPPER
                .readTree(SchemaCheck.text(Objects.requireNonNull(topic.schema())))
                .path("properties");

        assertThat(json.propertyNames())
                .filteredOn(field -> !field.equals("experiment"))
                .allSatisfy(field -> assertThat(described.has(field)).as(field).isTrue());
    }
}
