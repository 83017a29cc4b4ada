-- Each session as it stands.
SELECT
    tenant, actor, session,
    toUnixTimestamp64Milli(first_at) AS start,
    toUnixTimestamp64Milli(last_at) AS end,
    events
FROM sessions
