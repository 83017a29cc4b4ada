package com.nexusai.schema.topic;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;
import static org.apache.kafka.common.serialization.Serdes.String;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventSerde;
import com.nexusai.schema.metric.MetricDefinition;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.moderation.TenantLexicon;
import com.nexusai.schema.moderation.UserEvent;
import com.nexusai.schema.moderation.UserStanding;
import com.nexusai.schema.moderation.Webhook;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.serde.JsonSerde;
import com.nexusai.schema.tenant.TenantSettings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Every topic of the fleet. A name, a serde or a retention stands here and nowhere else. */
public final class Topics {
    /** A refused record with its reason is larger than the record was; the door takes 1 MiB. */
    private static final int REJECTED_BYTES = 2 * 1024 * 1024;

    /** The public door. Whatever arrives here ends as validated, rejected or a counted duplicate. */
    public static final Topic<byte[], byte[]> EVENTS = kept(
            "analytics-events",
            ByteArray(),
            ByteArray(),
            "`tenant/actor` by contract, anything tolerated",
            "event JSON",
            7,
            "event");

    /** Events that came in on the wrong partition, on their way to the right one. */
    public static final Topic<String, Event> EVENTS_REKEYED = kept(
            "analytics-events-rekeyed",
            String(),
            new EventSerde(),
            "`tenant/actor`",
            "event JSON, normalised",
            7,
            "validated-event");

    public static final Topic<String, Event> EVENTS_VALIDATED = kept(
            "analytics-events-validated",
            String(),
            new EventSerde(),
            "`tenant/actor`",
            "event JSON, normalised",
            7,
            "validated-event");

    public static final Topic<String, byte[]> EVENTS_REJECTED = kept(
                    "analytics-events-rejected",
                    String(),
                    ByteArray(),
                    "`tenant/eventId`",
                    "the bytes as they came; reason and origin in headers",
                    30,
                    null)
            .withLargestRecord(REJECTED_BYTES);

    /** What each partition of the fold adds to a metric, on its way to the partition of that. */
    public static final Topic<String, byte[]> AGGREGATE_DELTAS = kept(
            "analytics-aggregate-deltas",
            String(),
            ByteArray(),
            "`tenant/metric`",
            "what to add to the metric's cells, in a form of the aggregator's own",
            7,
            null);

    public static final Topic<String, Cell> AGGREGATES =
            compacted("analytics-aggregates", Cell.class, "cell key, partitioned by `tenant/metric`", "cell", "cell");

    public static final Topic<String, UserProfile> USER_AGGREGATES =
            compacted("user-aggregates", UserProfile.class, "`tenant/actor`", "user profile", "user-profile");

    public static final Topic<String, UserSession> USER_SESSIONS = kept(
            "user-sessions",
            String(),
            new JsonSerde<>(UserSession.class),
            "`tenant/actor`",
            "a session as it stands",
            7,
            "user-session");

    public static final Topic<String, ModerationCommand> MODERATION_COMMANDS = kept(
            "moderation-commands",
            String(),
            new JsonSerde<>(ModerationCommand.class),
            "`tenant/contentId`",
            "a command",
            30,
            "moderation-command");

    public static final Topic<String, ModerationCase> MODERATION_CASES = compacted(
            "moderation-cases", ModerationCase.class, "`tenant/contentId`", "the case as it stands", "moderation-case");

    public static final Topic<String, Decision> MODERATION_DECISIONS = kept(
            "moderation-decisions",
            String(),
            new JsonSerde<>(Decision.class),
            "`tenant/contentId`",
            "a decision and what led to it",
            90,
            "decision");

    /** What providers are to be asked; their verdict is a command. */
    public static final Topic<String, ProviderQuestion> MODERATION_QUESTIONS = kept(
            "moderation-questions",
            String(),
            new JsonSerde<>(ProviderQuestion.class),
            "`tenant/contentId`",
            "what providers are to be asked",
            1,
            "provider-question");

    /** By which whoever gave a command learns what became of it. */
    public static final Topic<String, CommandOutcome> MODERATION_OUTCOMES = kept(
            "moderation-outcomes",
            String(),
            new JsonSerde<>(CommandOutcome.class),
            "`tenant/contentId`",
            "what became of a person's command",
            7,
            "command-outcome");

    public static final Topic<String, UserEvent> MODERATION_USER_EVENTS = kept(
            "moderation-user-events",
            String(),
            new JsonSerde<>(UserEvent.class),
            "`tenant/userId`",
            "a strike, a report or its answer",
            30,
            "user-event");

    public static final Topic<String, UserStanding> MODERATION_SANCTIONS = compacted(
            "moderation-sanctions",
            UserStanding.class,
            "`tenant/userId`",
            "a user's strikes and sanctions",
            "user-standing");

    public static final Topic<String, ModerationPolicy> MODERATION_POLICIES = compacted(
            "moderation-policies",
            ModerationPolicy.class,
            "`tenant`, or `tenant/shadow`",
            "the tenant's rules of moderation",
            "moderation-policy");

    public static final Topic<String, HashBank> MODERATION_BANKS = compacted(
            "moderation-banks", HashBank.class, "`tenant/name`", "a tenant's list of banned media", "hash-bank");

    public static final Topic<String, TenantLexicon> MODERATION_LEXICONS = compacted(
            "moderation-lexicons", TenantLexicon.class, "`tenant/name`", "a tenant's own words", "tenant-lexicon");

    public static final Topic<String, Webhook> MODERATION_WEBHOOKS = compacted(
            "moderation-webhooks", Webhook.class, "`tenant/name`", "where decisions are delivered", "webhook");

    public static final Topic<String, Delivery> MODERATION_DELIVERIES = compacted(
            "moderation-deliveries",
            Delivery.class,
            "`tenant/webhook/decisionId`",
            "a decision that could not be delivered yet",
            "delivery");

    public static final Topic<String, ApiKey> API_KEYS =
            compacted("api-keys", ApiKey.class, "`tenant/keyId`", "a key's hash and scopes", "api-key");

    public static final Topic<String, MetricDefinition> METRIC_DEFINITIONS = compacted(
            "metric-definitions",
            MetricDefinition.class,
            "`tenant/name`",
            "a metric that the tenant defined",
            "metric-definition");

    public static final Topic<String, TrackingPlan> TRACKING_PLANS = compacted(
            "tracking-plans",
            TrackingPlan.class,
            "`tenant/type`",
            "how events of that type have to look",
            "tracking-plan");

    public static final Topic<String, Dashboard> DASHBOARDS =
            compacted("dashboards", Dashboard.class, "`tenant/id`", "a page of charts", "dashboard");

    public static final Topic<String, TenantSettings> TENANT_SETTINGS = compacted(
            "tenant-settings",
            TenantSettings.class,
            "`tenant`",
            "what the tenant has chosen for its events",
            "tenant-settings");

    public static final Topic<String, AuditEntry> AUDIT_LOG = kept(
            "audit-log",
            String(),
            new JsonSerde<>(AuditEntry.class),
            "`tenant/subject`",
            "something that a person did",
            365,
            "audit-entry");

    public static final List<Topic<?, ?>> ALL = List.of(
            EVENTS,
            EVENTS_REKEYED,
            EVENTS_VALIDATED,
            EVENTS_REJECTED,
            AGGREGATE_DELTAS,
            AGGREGATES,
            USER_AGGREGATES,
            USER_SESSIONS,
            MODERATION_COMMANDS,
            MODERATION_CASES,
            MODERATION_DECISIONS,
            MODERATION_QUESTIONS,
            MODERATION_OUTCOMES,
            MODERATION_USER_EVENTS,
            MODERATION_SANCTIONS,
            MODERATION_POLICIES,
            MODERATION_BANKS,
            MODERATION_LEXICONS,
            MODERATION_WEBHOOKS,
            MODERATION_DELIVERIES,
            API_KEYS,
            METRIC_DEFINITIONS,
            TRACKING_PLANS,
            DASHBOARDS,
            TENANT_SETTINGS,
            AUDIT_LOG);

    private Topics() {}

    private static <K, V> Topic<K, V> kept(
            String name,
            Serde<K> key,
            Serde<V> value,
            String keyShape,
            String valueShape,
            int days,
            @Nullable String schema) {
        return new Topic<>(name, key, value, keyShape, valueShape, Duration.ofDays(days), schema);
    }

    private static <V> Topic<String, V> compacted(
            String name, Class<V> value, String keyShape, String valueShape, String schema) {
        return new Topic<>(name, String(), new JsonSerde<>(value), keyShape, valueShape, null, schema);
    }
}
