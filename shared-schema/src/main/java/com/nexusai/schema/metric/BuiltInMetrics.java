package com.nexusai.schema.metric;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.filter.FieldPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics that every tenant has. Those that only filter and measure events stand here as data, in the form that
 * tenants use; the others follow from the actor's state.
 */
public final class BuiltInMetrics {
    /** Whose definitions these are. No tenant can have this id. */
    public static final String EVERY_TENANT = "*";

    public static final String ONBOARDING = Metric.FUNNEL + "onboarding";

    private static final Measure COUNT = new Measure.Count();

    /** Measured from events. */
    public static final List<MetricDefinition> OF_EVENTS = List.of(
            metric(Metric.EVENTS, null, COUNT, "type"),
            metric(Metric.MESSAGES_SENT, "type = 'MESSAGE_SENT'", COUNT),
            metric(
                    Metric.TOKENS_USED,
                    "type in ('MESSAGE_SENT', 'MESSAGE_RECEIVED')",
                    new Measure.Sum("properties.tokens")),
            metric(
                    Metric.REVENUE,
                    "type = 'PAYMENT_COMPLETED'",
                    new Measure.Sum("properties.amount"),
                    // amounts in different currencies have no sum
                    false,
                    "properties.currency"),
            metric(Metric.PAYMENTS_COMPLETED, "type = 'PAYMENT_COMPLETED'", COUNT),
            metric(Metric.PAYMENTS_FAILED, "type = 'PAYMENT_FAILED'", COUNT),
            metric(Metric.PAYING_USERS, "type = 'PAYMENT_COMPLETED'", new Measure.Distinct(FieldPath.ACTOR.text())),
            metric(Metric.SUBSCRIPTIONS_STARTED, "type = 'SUBSCRIPTION_CREATED'", COUNT, "properties.plan"),
            metric(Metric.SUBSCRIPTIONS_CANCELLED, "type = 'SUBSCRIPTION_CANCELLED'", COUNT, "properties.plan"),
            metric(Metric.FEATURE_USAGE, "type = 'FEATURE_USED'", COUNT, "properties.feature"),
            metric(Metric.MEDIA_UPLOADS, "type = 'MEDIA_UPLOADED'", COUNT, "properties.kind"),
            metric(
                    ONBOARDING,
                    null,
                    new Measure.Funnel(
                            List.of(
                                    Measure.Funnel.FIRST_SEEN,
                                    "type = 'CONVERSATION_STARTED'",
                                    "type = 'MESSAGE_SENT'",
                                    "type = 'SUBSCRIPTION_CREATED'",
                                    "type = 'PAYMENT_COMPLETED'"),
                            Duration.ofDays(7))));

    /** Measured from moderation decisions, which are looked at as if their fields were an event's properties. */
    public static final List<MetricDefinition> OF_DECISIONS =
            List.of(metric(Metric.MODERATION_OUTCOMES, null, COUNT, "properties.decision"));

    /** Made from the state of actors. */
    private static final Set<String> OF_ACTORS = Set.of(
            Metric.ACTIVE_USERS,
            Metric.NEW_USERS,
            Metric.RETURNING_USERS,
            Metric.RESURRECTED_USERS,
            Metric.ACTIVE_NOW,
            Metric.SESSIONS,
            Metric.SESSION_DURATION,
            Metric.SESSION_EVENTS,
            Metric.BOUNCES,
            Metric.TOP_USERS,
            Metric.RETENTION);

    /** Names that no tenant can give. */
    public static final Set<String> NAMES = Stream.concat(
                    OF_ACTORS.stream(),
                    Stream.concat(OF_EVENTS.stream(), OF_DECISIONS.stream()).map(MetricDefinition::name))
            .collect(Collectors.toUnmodifiableSet());

    private BuiltInMetrics() {}

    private static MetricDefinition metric(
            String name, @Nullable String filter, Measure measure, String... dimensions) {
        return metric(name, filter, measure, true, dimensions);
    }

    private static MetricDefinition metric(
            String name, @Nullable String filter, Measure measure, boolean total, String... dimensions) {
        return new MetricDefinition(
                EVERY_TENANT,
                name,
                null,
                filter,
                measure,
                List.of(dimensions),
                MetricDefinition.DEFAULT_DIMENSION_VALUES,
                total,
                true,
                1,
                Instant.EPOCH,
                null,
                null);
    }
}
