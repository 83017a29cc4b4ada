package com.nexusai.ingest.http;

import static com.nexusai.ingest.http.TestDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.limit.LocalBuckets;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.ingest.limit.Quotas;
import com.nexusai.ingest.limit.Throttle;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TestDoor door = new TestDoor(new Throttle(
            new LocalBuckets(clock()),
            new Quotas(
                    new Quota("requests", 10, 3), new Quota("events", 4, 8),
                    new Quota("tenant-requests", 100, 100), new Quota("tenant-events", 0, 1))));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void shouldSayOnEachAnswerWhatIsLeft() {
        var answer = door.track("[{\"type\":\"T\"},{\"type\":\"T\"}]");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"requests\";q=10;w=1, \"tenant-requests\";q=100;w=1, \"events\";q=4;w=1");
        assertThat(answer.headers().firstValue("RateLimit"))
                .hasValue("\"requests\";r=2, \"tenant-requests\";r=99, \"events\";r=6");
    }

    @Test
    void shouldRefuseWhatIsMoreThanTheBurstUntilTimeHasPassed() {
        for (int i = 0; i < 3; i++) {
            assertThat(door.track("[]").statusCode()).isEqualTo(202);
        }

        var answer = door.track("[]");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"requests\";r=0;t=1");
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:rate-limited");
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(door.track("[]").statusCode()).isEqualTo(202);
        assertThat(door.track("[]").statusCode()).isEqualTo(429);
    }

    @Test
    void shouldCountEventsAndTakeNoneOfARequestThatHasTooMany() {
        assertThat(door.track("[{\"type\":\"T\"},{\"type\":\"T\"},{\"type\":\"T\"},{\"type\":\"T\"},{\"type\":\"T\"}]")
                        .statusCode())
                .isEqualTo(202);

        var answer = door.track("[{\"type\":\"T\"},{\"type\":\"T\"},{\"type\":\"T\"},{\"type\":\"T\"}]");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).get("limit").asString()).isEqualTo("events");
        assertThat(door.sent()).hasSize(5);
    }

    @Test
    void shouldNotAskForPatienceWhereItWouldNotHelp() {
        assertThat(door.track("[" + "{\"type\":\"T\"},".repeat(8) + "{\"type\":\"T\"}]")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void shouldTellASenderToWaitWhoseShareOfTheBufferIsTaken() throws Exception {
        door.holdShare("acme", 16 << 20);

        var answer = door.track("[{\"type\":\"T\"}]");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        door.holdShare("other", 16 << 20);
        door.freeShare("acme", 16 << 20);
        assertThat(door.track("[{\"type\":\"T\"}]").statusCode()).isEqualTo(202);
        door.holdShare("third", 16 << 20);
        assertThat(door.track("[{\"type\":\"T\"}]").statusCode()).isEqualTo(503);
        assertThat(door.sent()).hasSize(1);
    }

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
