package com.nexusai.schema;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Ranked;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Layout;
import com.nexusai.schema.dashboard.Share;
import com.nexusai.schema.dashboard.Widget;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import com.nexusai.schema.plan.PlanMode;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.Enrichment;
import com.nexusai.schema.tenant.IpTreatment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One full and one bare value of each record of the contract. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-01-31T12:00:00.250Z");

    private Samples() {}

    public static Event fullEvent() {
        return new Event(
                "e-1",
                "acme",
                "PAYMENT_COMPLETED",
                "u-4711",
                "device-9",
                "s-1",
                NOON,
                NOON.plusMillis(3),
                RawJson.of("{ \"amount\" : 9.990 }"),
                RawJson.of("{\"locale\":\"de-DE\"}"),
                RawJson.of("{\"text\":\"hello\"}"),
                Map.of("experiment", RawJson.of("\"blue\\u002dbutton\"")));
    }

    public static Event bareEvent() {
        return new Event(
                "e-1",
                "acme",
                "USER_LOGIN",
                null,
                null,
                null,
                NOON,
                NOON,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }

    public static Cell cell() {
        return Cell.count(key("USER_LOGIN"), 42, 1, NOON);
    }

    public static Cell fullCell() {
        return new Cell(
                "acme",
                Metric.REVENUE,
                Granularity.WEEK,
                "EUR",
                Granularity.WEEK.start(NOON),
                3,
                new BigDecimal("12345678901234567890.123456789"),
                new BigDecimal("-0.5"),
                new BigDecimal("100"),
                "AQMDAAA6zJM=",
                Map.of(2000, 2L, -3, 1L),
                List.of(new Ranked("ada", 2)),
                4,
                NOON);
    }

    public static UserSession session() {
        return new UserSession("acme", "u-4711", "~1769853600000", NOON.minusSeconds(60), NOON, 2, false, 7);
    }

    public static CellKey key(String dimension) {
        return new Series("acme", Metric.EVENTS, Granularity.HOUR, dimension).at(Granularity.HOUR.start(NOON));
    }

    public static UserProfile profile() {
        return new UserProfile(
                "acme",
                "u-4711",
                true,
                NOON.minusSeconds(60),
                NOON,
                2,
                Map.of("USER_LOGIN", 1L, "MESSAGE_SENT", 1L),
                1,
                new BigDecimal("120"),
                1,
                1,
                60_000,
                Map.of("EUR", new BigDecimal("9.99")),
                Map.of(LocalDate.of(2026, 1, 31), 2L),
                2);
    }

    public static TrackingPlan plan() {
        var schema = Json.MAPPER.readTree("{\"required\":[\"userId\"],\"properties\":{\"userId\":{\"maxLength\":9}}}");
        return new TrackingPlan("acme", "USER_LOGIN", PlanMode.OBSERVE, schema, 3, NOON, "k-1");
    }

    public static Dashboard dashboard() {
        var question = Json.MAPPER.readTree("{\"metrics\":[\"events\"],\"last\":\"P7D\"}");
        var widget = new Widget("w1", "chart", "Events", 0, 0, 6, 4, question, null, null, null, null);
        var share = new Share("s1", "0".repeat(64), NOON, NOON.plusSeconds(60));
        var layout = new Layout(12, List.of(widget));
        return new Dashboard("acme", "d-1", "Growth", "For all", layout, List.of(share), 2, NOON, NOON, "k-1");
    }

    public static TenantSettings settings() {
        var privacy = new Privacy(IpTreatment.HASH, true, true, Set.of("customerNumber"));
        return new TenantSettings("acme", Set.of(Enrichment.USER_AGENT, Enrichment.GEO), privacy, 2, NOON, "k-1");
    }

    public static AuditEntry auditEntry() {
        return new AuditEntry("acme", NOON, "k-1", "something-done", "thing/1", Map.of("eventId", "e-1"));
    }

    public static ApiKey fullKey() {
        return new ApiKey("k-1", "acme", "shop", "ab".repeat(32), Set.of("read", "ingest"), NOON, NOON, NOON);
    }

    public static ApiKey bareKey() {
        return new ApiKey("k-1", "acme", "shop", "ab".repeat(32), Set.of(), NOON, null, null);
    }

    public static MetricDefinition fullMetric() {
        return new MetricDefinition(
                "acme",
                "large_payments",
                "Payments of ten and more",
                "type = 'PAYMENT_COMPLETED' and properties.amount >= 10",
                new Measure.Sum("properties.amount"),
                List.of("properties.plan", "context.device.os"),
                50,
                false,
                false,
                3,
                NOON,
                "u-4711",
                NOON.minusSeconds(3600));
    }

    public static MetricDefinition bareMetric() {
        return metric("logins", new Measure.Count());
    }

    public static MetricDefinition funnel() {
        var steps = List.of(Measure.Funnel.FIRST_SEEN, "type = 'PAYMENT_COMPLETED'");
        return metric("funnel.buying", new Measure.Funnel(steps, Duration.ofDays(7)));
    }

    public static MetricDefinition metric(String name, Measure measure) {
        return new MetricDefinition(
                "acme", name, null, null, measure, List.of(), 1000, true, true, 1, NOON, null, null);
    }
}
