-- How far each actor came within seven days, by the day of entry; step 1 is the first event ever.
SELECT tenant, 'day' AS granularity, toString(step) AS dimension, toDateTime(entry, 'UTC') AS start, count() AS count
FROM (
    SELECT
        tenant, actor, entry,
        windowFunnel(604800000)(
            toUInt64(toUnixTimestamp64Milli(at)),
            at = first_seen AND toDate(at) = entry,
            type = 'CONVERSATION_STARTED',
            type = 'MESSAGE_SENT',
            type = 'SUBSCRIPTION_CREATED',
            type = 'PAYMENT_COMPLETED') AS level
    FROM facts
    INNER JOIN (SELECT tenant, actor, first_seen, toDate(first_seen) AS entry FROM actors) AS entries USING (tenant, actor)
    GROUP BY tenant, actor, entry)
ARRAY JOIN range(1, level + 1) AS step
GROUP BY tenant, step, entry
