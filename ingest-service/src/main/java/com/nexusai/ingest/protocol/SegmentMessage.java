package com.nexusai.ingest.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A message of the Segment specification, which several SDKs speak. */
final class SegmentMessage {
    private final Translation message;

    private SegmentMessage(ObjectNode message) {
        this.message = new Translation(message);
    }

    /** @param call {@code track}, {@code identify} …; null where the message says it itself */
    static byte[] translate(String source, @Nullable String call, ObjectNode message, Skew skew) {
        return new SegmentMessage(message).translate(source, call, skew);
    }

    private byte[] translate(String source, @Nullable String call, Skew skew) {
        message.take("writeKey");
        message.contextOfTheBatch();
        var own = message.takeText("type");
        message.move("messageId", "eventId")
                .move("userId", "userId")
                .move("anonymousId", "anonymousId")
                .time(message.peek("timestamp") != null ? "timestamp" : "originalTimestamp", skew)
                .context("context");
        var session = message.context().get("sessionId");
        if (session != null && (session.isString() || session.isIntegralNumber())) {
            message.put("sessionId", session);
        }
        if (call != null && own != null && !own.equals(call)) {
            message.leave("type", own);
        }
        type(call != null ? call : own == null ? "track" : own);
        return message.finish(source);
    }

    private void type(String call) {
        switch (call) {
            case "track" -> message.move("event", "type").properties("properties");
            case "identify" -> message.put("type", "IDENTIFY").properties("traits");
            case "group" -> message.put("type", "GROUP").properties("traits").property("groupId", "groupId");
            case "alias" ->
                message.put("type", "ALIAS").properties("properties").property("previousId", "previousId");
            case "page" -> view("PAGE_VIEW");
            case "screen" -> view("SCREEN_VIEW");
            default -> message.put("type", call).properties("properties");
        }
    }

    private void view(String type) {
        message.put("type", type)
                .properties("properties")
                .property("name", "name")
                .property("category", "category");
    }
}
