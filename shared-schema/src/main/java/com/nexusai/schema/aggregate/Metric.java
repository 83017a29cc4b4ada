package com.nexusai.schema.aggregate;

/** Names that aggregator and query must agree on. What each metric means is in docs/metrics.md. */
public final class Metric {
    public static final String EVENTS = "events";
    public static final String MESSAGES_SENT = "messages_sent";
    public static final String TOKENS_USED = "tokens_used";
    public static final String REVENUE = "revenue";
    public static final String PAYMENTS_COMPLETED = "payments_completed";
    public static final String PAYMENTS_FAILED = "payments_failed";
    public static final String PAYING_USERS = "paying_users";
    public static final String SUBSCRIPTIONS_STARTED = "subscriptions_started";
    public static final String SUBSCRIPTIONS_CANCELLED = "subscriptions_cancelled";
    public static final String FEATURE_USAGE = "feature_usage";
    public static final String MEDIA_UPLOADS = "media_uploads";
    public static final String MODERATION_OUTCOMES = "moderation_outcomes";
    public static final String ACTIVE_USERS = "active_users";
    public static final String NEW_USERS = "new_users";
    public static final String RETURNING_USERS = "returning_users";
    public static final String RESURRECTED_USERS = "resurrected_users";
    public static final String ACTIVE_NOW = "active_now";
    public static final String SESSIONS = "sessions";
    public static final String SESSION_DURATION = "session_duration";
    public static final String SESSION_EVENTS = "session_events";
    public static final String BOUNCES = "bounces";
    public static final String TOP_USERS = "top_users";
    public static final String RETENTION = "retention";

    /** Before the name of a funnel: how many reached each step. */
    public static final String FUNNEL = "funnel.";

    /** Before the name of a funnel: how long each step took. */
    public static final String FUNNEL_TIME = "funnel_time.";

    /** The dimension of a metric's total over all its dimensions. */
    public static final String TOTAL = "*";

    private Metric() {}
}
