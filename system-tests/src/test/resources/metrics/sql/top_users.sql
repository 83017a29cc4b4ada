-- The hundred with most events; of two with equally many, the one whose name comes first byte by byte.
SELECT
    tenant, granularity, '*' AS dimension, start,
    CAST(
        arraySlice(arraySort(user -> (-toInt64(user.2), user.1), groupArray((actor, events))), 1, 100),
        'Array(Tuple(name String, count UInt64))') AS top,
    length(top) AS count
FROM (
    SELECT tenant, granularity, start, actor, count() AS events
    FROM event_windows
    WHERE granularity IN ('day', 'month') AND actor != ''
    GROUP BY tenant, granularity, start, actor)
GROUP BY tenant, granularity, start
