-- Seconds from the first event of a session to its last; the values are milliseconds, smallest first.
SELECT
    tenant, granularity, '*' AS dimension, start, count() AS count,
    toDecimal128(sum(millis), 3) / 1000 AS sum,
    arraySort(groupArray(millis)) AS values
FROM session_windows
GROUP BY tenant, granularity, start
