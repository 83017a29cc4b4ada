package com.nexusai.ingest.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Provenance;
import com.nexusai.ingest.gate.Batch;
import com.nexusai.ingest.gate.Lines;
import com.nexusai.schema.event.MalformedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whatever bytes come, an adapter gives events or refuses. In an ordinary run the seeds and what was found before are
 * played again; {@code JAZZER_FUZZ=1} searches on, one target at a time.
 */
class ProtocolFuzzTest {
    private static final Admission ADMISSION = new Admission(Limits.DEFAULT);
    private static final Provenance PROVENANCE = new Provenance("acme", "given", Wire.RECEIVED, false);

    @FuzzTest(maxDuration = "10m")
    void segment(byte[] body) {
        take(new SegmentProtocol(), Wire.post("/v1/batch", body));
    }

    @FuzzTest(maxDuration = "10m")
    void rudderStack(byte[] body) {
        take(new RudderStackProtocol(), Wire.post("/v1/batch", body));
    }

    @FuzzTest(maxDuration = "10m")
    void postHog(byte[] body) {
        take(new PostHogProtocol(), Wire.post("/batch", body));
    }

    @FuzzTest(maxDuration = "10m")
    void snowplow(byte[] body) {
        take(new SnowplowProtocol(), Wire.post("/com.snowplowanalytics.snowplow/tp2", body));
    }

    @FuzzTest(maxDuration = "10m")
    void cloudEvents(byte[] body) {
        var structured =
                body.length > 0 && body[0] % 2 == 0 ? "application/cloudevents-batch+json" : "application/json";
        take(
                new CloudEventsProtocol(),
                Wire.post("/cloudevents", body)
                        .with(
                                "Content-Type",
                                body.length > 0 && body[0] == '{' ? "application/cloudevents+json" : structured)
                        .with("ce-id", "1")
                        .with("ce-type", "t"));
    }

    /** The same adapter by its other way in: what stands in the query of a pixel. */
    @FuzzTest(maxDuration = "10m")
    void snowplowPixel(byte[] query) {
        take(new SnowplowProtocol(), Wire.get("/i", parameters(query)));
    }

    @FuzzTest(maxDuration = "10m")
    void postHogForm(byte[] body) {
        take(
                new PostHogProtocol(),
                Wire.post("/capture", body).with("Content-Type", "application/x-www-form-urlencoded"));
    }

    @FuzzTest(maxDuration = "10m")
    void nativeDoor(byte[] body) {
        var batch = Lines.cut(body).events();
        try {
            batch = Batch.cut(body, "events").events();
        } catch (MalformedEvent refused) {
            // then its lines are tried
        }
        for (var event : batch) {
            ADMISSION.judge(event, PROVENANCE);
        }
    }

    private static Map<String, String> parameters(byte[] query) {
        var parameters = new TreeMap<String, String>();
        for (var pair : new String(query, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return parameters;
    }

    private static void take(Protocol protocol, Wire wire) {
        try {
            var request = wire.request();
            if (protocol.speaks(request)) {
                protocol.key(request);
                protocol.answer(request);
            }
            for (var event : protocol.read(request)) {
                ADMISSION.judge(event, PROVENANCE);
            }
        } catch (MalformedEvent refused) {
            // the one thing that may happen besides
        }
    }
}
