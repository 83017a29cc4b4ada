-- How long each step took from the one before it: each step is done at the first chance after the one before.
WITH
    604800000 AS seven_days
SELECT
    tenant, 'day' AS granularity, toString(step) AS dimension, toStartOfDay(first_seen) AS start,
    count() AS count,
    toDecimal128(sum(millis), 3) / 1000 AS sum,
    arraySort(groupArray(millis)) AS values
FROM (
    SELECT
        tenant, actor, first_seen,
        toUnixTimestamp64Milli(first_seen) AS t1,
        arrayMin(arrayFilter(at -> at >= t1 AND at <= t1 + seven_days, started)) AS t2,
        arrayMin(arrayFilter(at -> t2 > 0 AND at >= t2 AND at <= t1 + seven_days, sent)) AS t3,
        arrayMin(arrayFilter(at -> t3 > 0 AND at >= t3 AND at <= t1 + seven_days, subscribed)) AS t4,
        arrayMin(arrayFilter(at -> t4 > 0 AND at >= t4 AND at <= t1 + seven_days, paid)) AS t5
    FROM (
        SELECT
            tenant, actor, first_seen,
            groupArrayIf(toUnixTimestamp64Milli(at), type = 'CONVERSATION_STARTED') AS started,
            groupArrayIf(toUnixTimestamp64Milli(at), type = 'MESSAGE_SENT') AS sent,
            groupArrayIf(toUnixTimestamp64Milli(at), type = 'SUBSCRIPTION_CREATED') AS subscribed,
            groupArrayIf(toUnixTimestamp64Milli(at), type = 'PAYMENT_COMPLETED') AS paid
        FROM facts
        INNER JOIN actors USING (tenant, actor)
        GROUP BY tenant, actor, first_seen))
ARRAY JOIN [(2, t2 - t1, t2), (3, t3 - t2, t3), (4, t4 - t3, t4), (5, t5 - t4, t5)] AS done
ARRAY JOIN [done.1] AS step, [done.2] AS millis
WHERE done.3 > 0
GROUP BY tenant, step, start
