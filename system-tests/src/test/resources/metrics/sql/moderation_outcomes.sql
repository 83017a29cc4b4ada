-- By the time of the decision.
SELECT toString(tenant_id) AS tenant, w.1 AS granularity, dimension, w.2 AS start, count() AS count
FROM analytics.moderation_decisions FINAL
ARRAY JOIN windows_of(decided_at) AS w
ARRAY JOIN [toString(decision), '*'] AS dimension
WHERE granularity != 'week'
GROUP BY tenant, granularity, dimension, start
