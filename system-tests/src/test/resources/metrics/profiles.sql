-- What is known of each actor. The days are the latest one and the two before it.
SELECT
    tenant, actor,
    toUnixTimestamp64Milli(first_seen) AS first_seen,
    toUnixTimestamp64Milli(last_seen) AS last_seen,
    events, events_by_type, messages_sent, tokens_used, active_days, revenue, events_by_day, sessions, session_millis
FROM (
    SELECT
        tenant, actor,
        count() AS events,
        sumMap(map(type, toUInt64(1))) AS events_by_type,
        countIf(type = 'MESSAGE_SENT') AS messages_sent,
        sumIf(tokens, type IN ('MESSAGE_SENT', 'MESSAGE_RECEIVED')) AS tokens_used,
        uniqExact(toDate(at)) AS active_days,
        sumMapIf(map(toString(toDate(at)), toUInt64(1)), toDate(at) > toDate(last_seen) - 3) AS events_by_day,
        sumMapIf(map(currency, assumeNotNull(amount)), type = 'PAYMENT_COMPLETED' AND amount IS NOT NULL) AS revenue
    FROM facts
    INNER JOIN actors USING (tenant, actor)
    GROUP BY tenant, actor) AS counted
INNER JOIN actors USING (tenant, actor)
INNER JOIN (
    SELECT tenant, actor, count() AS sessions, sum(millis) AS session_millis
    FROM sessions
    GROUP BY tenant, actor) AS visits USING (tenant, actor)
