package com.nexusai.devstack.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An event as a producer writes it. {@code content} is what moderation looks at; empty where there is none. */
record DemoEvent(
        UUID eventId,
        String type,
        String userId,
        String sessionId,
        Instant timestamp,
        Map<String, Object> properties,
        Map<String, Object> context,
        Map<String, Object> content) {

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("eventId", eventId.toString());
        fields.put("type", type);
        fields.put("userId", userId);
        fields.put("sessionId", sessionId);
        fields.put("timestamp", timestamp.toString());
        fields.put("properties", properties);
        fields.put("context", context);
        if (!content.isEmpty()) {
            fields.put("content", content);
        }
        return Json.of(fields);
    }
}
