package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.report.Csv;
import com.nexusai.schema.serde.Json;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How events stand in a file, a line each. */
enum EventFormat {
    NDJSON("application/x-ndjson") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(StoredEvent event) {
            return Json.MAPPER.writeValueAsString(EventView.of(event)) + "\n";
        }
    },
    CSV("text/csv; charset=utf-8") {
        @Override
        String head() {
            return Csv.line(COLUMNS);
        }

        @Override
        String line(StoredEvent event) {
            return Csv.line(Arrays.asList(
                    event.eventId(),
                    event.type(),
                    event.userId(),
                    event.anonymousId(),
                    event.sessionId(),
                    event.timestamp(),
                    event.receivedAt(),
                    event.properties(),
                    event.context(),
                    event.content(),
                    event.extra()));
        }
    };

    private static final List<String> COLUMNS = List.of(
            "eventId",
            "type",
            "userId",
            "anonymousId",
            "sessionId",
            "timestamp",
            "receivedAt",
            "properties",
            "context",
            "content",
            "extra");

    private final String contentType;

    EventFormat(String contentType) {
        this.contentType = contentType;
    }

    abstract String head();

    abstract String line(StoredEvent event);

    String contentType() {
        return contentType;
    }

    String extension() {
        return this == CSV ? "csv" : "ndjson";
    }

    /** @param word the parameter; where it is not given, what the caller accepts */
    static EventFormat of(@Nullable String word, @Nullable String accept) {
        if (word == null) {
            return accept != null && accept.contains("text/csv") ? CSV : NDJSON;
        }
        return switch (word) {
            case "csv" -> CSV;
            case "ndjson" -> NDJSON;
            default -> throw Problem.invalid("format", "'" + word + "' is neither ndjson nor csv.");
        };
    }
}
