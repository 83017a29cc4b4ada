-- The five windows that hold an instant. All are those of UTC; a week is the ISO week, which begins on Monday.
CREATE OR REPLACE FUNCTION windows_of AS at -> [
    ('minute', toStartOfMinute(at)),
    ('hour', toStartOfHour(at)),
    ('day', toStartOfDay(at)),
    ('week', toDateTime(toMonday(at), 'UTC')),
    ('month', toDateTime(toStartOfMonth(at), 'UTC'))];

CREATE OR REPLACE FUNCTION next_window AS (granularity, start) -> multiIf(
    granularity = 'day', start + INTERVAL 1 DAY,
    granularity = 'week', start + INTERVAL 1 WEEK,
    granularity = 'month', start + INTERVAL 1 MONTH,
    start);

-- What stands behind a field of the outermost object, to the last digit. ClickHouse's own JSON functions would make a
-- double of it. Inner objects are cut out first, since a field of the same name in one of them does not count.
CREATE OR REPLACE FUNCTION text_of AS (json, field) -> extract(
    replaceRegexpAll(json, ':\\s*\\{[^{}]*\\}', ':0'), concat('"', field, '"\\s*:\\s*"?([^",}\\s]*)'));

-- A decimal of nine places, rounded half to even and below 10^18, or null.
CREATE OR REPLACE FUNCTION decimal_of AS text -> if(
    abs(toDecimal256OrNull(text, 20)) < toDecimal256('1000000000000000000', 20),
    CAST(roundBankers(toDecimal256OrNull(text, 20), 9) AS Nullable(Decimal(76, 9))),
    NULL);

-- A JSON number is numeric, and so is a string that is a plain decimal number.
CREATE OR REPLACE FUNCTION number_of AS (json, field) -> if(
    JSONType(json, field) IN ('Int64', 'UInt64', 'Double')
        OR (JSONType(json, field) = 'String' AND match(JSONExtractString(json, field), '^-?[0-9]+(\\.[0-9]+)?$')),
    decimal_of(text_of(json, field)),
    NULL);

-- A field that is missing, or holds an object or a list, has the dimension (none). Numbers and truth values are what
-- they look like. A text that would look like the total is escaped, and a very long one is cut.
CREATE OR REPLACE FUNCTION value_of AS (json, field) -> multiIf(
    JSONType(json, field) = 'String', JSONExtractString(json, field),
    JSONType(json, field) IN ('Int64', 'UInt64', 'Double', 'Bool'), text_of(json, field),
    '(none)');

CREATE OR REPLACE FUNCTION dimension_of AS (json, field) -> if(
    value_of(json, field) = '*', '%2A', leftUTF8(value_of(json, field), 200))
