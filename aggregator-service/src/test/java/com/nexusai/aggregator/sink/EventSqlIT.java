package com.nexusai.aggregator.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.aggregator.domain.filter.FilterCompiler;
import com.nexusai.aggregator.domain.filter.RandomFilters;
import com.nexusai.aggregator.domain.filter.Slots;
import com.nexusai.aggregator.domain.filter.TestEvent;
import com.nexusai.devstack.DevStack;
import com.nexusai.schema.filter.EventSql;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.metric.DimensionText;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MeasureSql;
import com.nexusai.schema.serde.Json;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A filter means the same to ClickHouse as on the stream. */
class EventSqlIT {
    private static final int FILTERS = 300;
    private static final int EVENTS = 300;
    private static final RandomFilters ANY = new RandomFilters(4711);
    private static final String TABLE = "events_" + UUID.randomUUID().toString().replace("-", "");
    private static final Map<String, TestEvent> STORED = new HashMap<>();

    private static Client client;

    private final EventFields fields = new EventFields();

    @BeforeAll
    static void store() throws Exception {
        client = new Client.Builder()
                .addEndpoint(DevStack.shared().clickHouseUrl())
                .setUsername("default")
                .setPassword("")
                .build();
        run("CREATE TABLE " + TABLE + " (event_id String, type String, actor String, user_id String,"
                + " anonymous_id String, session_id String, properties String, context String)"
                + " ENGINE = MergeTree ORDER BY event_id");
        var rows = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            var event = ANY.event("e-" + i);
            STORED.put(event.eventId(), event);
            var user = event.userId() == null ? "" : event.userId();
            rows.append(Json.MAPPER.writeValueAsString(Map.of(
                            "event_id", event.eventId(),
                            "type", event.type(),
                            "actor", user,
                            "user_id", user,
                            "properties", event.propertiesJson(),
                            "context", event.contextJson())))
                    .append('\n');
        }
        client.insert(
                        TABLE,
                        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)),
                        com.clickhouse.data.ClickHouseFormat.JSONEachRow)
                .get();
    }

    @AfterAll
    static void drop() throws Exception {
        run("DROP TABLE " + TABLE);
        client.close();
    }

    @Test
    void shouldSelectTheEventsThatTheStreamWouldCount() {
        int some = 0;
        for (int i = 0; i < FILTERS; i++) {
            var filter = ANY.filter();
            var sql = new EventSql();
            var where = sql.condition(filter);

            var selected = new TreeSet<>(column("SELECT event_id FROM " + TABLE + " WHERE " + where, sql));

            assertThat(selected).as(filter.text()).isEqualTo(new TreeSet<>(counted(filter)));
            some += selected.isEmpty() || selected.size() == EVENTS ? 0 : 1;
        }
        assertThat(some).as("filters that tell events apart").isGreaterThan(FILTERS / 3);
    }

    @Test
    void shouldReadTheSameNumbersAndDimensions() {
        for (int i = 0; i < 40; i++) {
            var path = ANY.path();
            var slots = new Slots();
            int slot = slots.of(path);
            var layout = slots.layout();
            var sql = new EventSql();
            var query = "SELECT event_id || '|' || ifNull(toString(" + sql.number(path) + "), 'none') || '|' || "
                    + sql.dimensions(List.of(path)) + " FROM " + TABLE;

            var expected = new HashSet<String>();
            for (var event : STORED.values()) {
                fields.read(event, layout);
                var number = fields.isNumber(slot) ? plain(slot) : "none";
                expected.add(event.eventId() + "|" + number + "|" + DimensionText.of(fields.dimension(slot)));
            }
            assertThat(new HashSet<>(column(query, sql))).as(path.text()).isEqualTo(expected);
        }
    }

    @Test
    void shouldJoinDimensionsAsTheStreamDoes() {
        var sql = new EventSql();
        var paths = List.of(ANY.path(), ANY.path(), FieldPath.TYPE);
        var slots = new Slots();
        var numbers = paths.stream().map(slots::of).toList();
        var layout = slots.layout();
        var expected = new HashSet<String>();
        for (var event : STORED.values()) {
            fields.read(event, layout);
            expected.add(DimensionText.join(
                    fields.dimension(numbers.get(0)),
                    fields.dimension(numbers.get(1)),
                    fields.dimension(numbers.get(2))));
        }

        assertThat(new HashSet<>(column("SELECT " + sql.dimensions(paths) + " FROM " + TABLE, sql)))
                .isEqualTo(expected);
    }

    @Test
    void shouldMeasure() {
        var n = "properties.n";
        for (var measure : List.of(
                new Measure.Count(),
                new Measure.Sum(n),
                new Measure.Avg(n),
                new Measure.Min(n),
                new Measure.Max(n),
                new Measure.Distinct(n),
                new Measure.Distinct("actor"),
                new Measure.Percentile(n))) {
            var sql = new EventSql();
            var aggregate = MeasureSql.aggregate(measure, sql).orElseThrow();

            assertThat(column("SELECT toString(" + aggregate + ") FROM " + TABLE, sql))
                    .as(aggregate)
                    .hasSize(1);
        }
        var sql = new EventSql();
        var sum = MeasureSql.aggregate(new Measure.Sum(n), sql).orElseThrow();
        assertThat(new BigDecimal(column("SELECT toString(" + sum + ") FROM " + TABLE, sql)
                        .getFirst()))
                .isEqualByComparingTo(sumOf(n));
    }

    private BigDecimal sumOf(String name) {
        var slots = new Slots();
        int slot = slots.of(new FieldPath(FieldPath.Root.PROPERTIES, List.of(name.substring(name.indexOf('.') + 1))));
        var layout = slots.layout();
        var sum = BigDecimal.ZERO;
        for (var event : STORED.values()) {
            fields.read(event, layout);
            sum = fields.isNumber(slot) ? sum.add(new BigDecimal(plain(slot))) : sum;
        }
        return sum;
    }

    private Set<String> counted(Filter filter) {
        var slots = new Slots();
        var condition = new FilterCompiler(slots).compile(filter);
        var layout = slots.layout();
        var counted = new HashSet<String>();
        STORED.forEach((id, event) -> {
            fields.read(event, layout);
            if (condition.matches(fields)) {
                counted.add(id);
            }
        });
        return counted;
    }

    private String plain(int slot) {
        var large = fields.largeUnits(slot);
        var value = new BigDecimal(large != null ? large : BigInteger.valueOf(fields.units(slot)), 9);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<String> column(String query, EventSql sql) {
        var values = new ArrayList<String>();
        client.queryAll(query, new HashMap<String, Object>(sql.parameters()))
                .forEach(row -> values.add(row.getString(1)));
        return values;
    }

    private static void run(String statement) throws Exception {
        client.query(statement).get().close();
    }
}
