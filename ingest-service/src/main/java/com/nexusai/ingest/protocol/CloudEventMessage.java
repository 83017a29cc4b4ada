package com.nexusai.ingest.protocol;

import tools.jackson.databind.node.ObjectNode;

/** One CloudEvent: its attributes are our envelope, its data our properties. */
final class CloudEventMessage {
    private final Translation message;

    private CloudEventMessage(ObjectNode message) {
        this.message = new Translation(message);
    }

    static byte[] translate(String source, ObjectNode message) {
        return new CloudEventMessage(message).translate(source);
    }

    private byte[] translate(String source) {
        id();
        message.move("type", "type")
                .time("time", Skew.NONE)
                .move(message.peek("userid") != null ? "userid" : "subject", "userId")
                .move("anonymousid", "anonymousId")
                .move("sessionid", "sessionId")
                .context("source", "source")
                .properties("data")
                .property("data", "data")
                .property("data_base64", "data_base64");
        return message.finish(source);
    }

    /** An id is unique within its source only; where it is a mere counter, others surely count too. */
    private void id() {
        var id = message.peek("id");
        var source = message.peek("source");
        if (id != null && source != null && id.asString("").matches("\\d+")) {
            message.take("id");
            message.put("eventId", source.asString("") + "#" + id.asString());
        } else {
            message.move("id", "eventId");
        }
    }
}
