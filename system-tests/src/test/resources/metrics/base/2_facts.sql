-- The raw rows with the fields that metrics look at. This is the only place that knows how properties are kept.
CREATE TABLE facts ENGINE = MergeTree ORDER BY (tenant, actor, at) AS
SELECT
    toString(tenant_id) AS tenant,
    event_id,
    toString(events.type) AS type,
    actor,
    session_id,
    timestamp AS at,
    number_of(properties, 'tokens') AS tokens,
    number_of(properties, 'amount') AS amount,
    dimension_of(properties, 'currency') AS currency,
    dimension_of(properties, 'plan') AS plan,
    dimension_of(properties, 'feature') AS feature,
    dimension_of(properties, 'kind') AS kind
FROM analytics.events FINAL
