package com.nexusai.ingest.protocol;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One event of the tracker protocol, whose fields are short names and texts. */
final class SnowplowMessage {
    private static final Map<String, String> STRUCTURED =
            Map.of("se_ca", "category", "se_ac", "action", "se_la", "label", "se_pr", "property", "se_va", "value");

    private static final Map<String, String> PAGE = Map.of("url", "url", "page", "title", "refr", "referrer");

    private final Translation message;
    private final ObjectNode parameters;

    private SnowplowMessage(ObjectNode parameters) {
        this.parameters = parameters;
        this.message = new Translation(parameters);
    }

    static byte[] translate(String source, ObjectNode message, Skew skew) {
        return new SnowplowMessage(message).translate(source, skew);
    }

    private byte[] translate(String source, Skew skew) {
        message.move("eid", "eventId").move("uid", "userId").move("sid", "sessionId");
        visitor();
        if (message.peek("ttm") != null) {
            // a true time, which its sender vouches for
            message.time("ttm", Skew.NONE);
        } else {
            message.time("dtm", skew);
        }
        type();
        context();
        return message.finish(source);
    }

    /** The first of the ids of a visitor, from the most to the least durable. */
    private void visitor() {
        for (var id : new String[] {"duid", "nuid", "tnuid"}) {
            if (message.peek(id) != null) {
                message.move(id, "anonymousId");
                return;
            }
        }
    }

    private void type() {
        var kind = message.peek("e") == null
                ? ""
                : String.valueOf(message.peek("e")).replace("\"", "");
        switch (kind) {
            case "pv" -> named("PAGE_VIEW").pageInto(message.properties());
            case "pp" -> named("PAGE_PING").prefixed("pp_");
            case "tr" -> named("TRANSACTION").prefixed("tr_");
            case "ti" -> named("TRANSACTION_ITEM").prefixed("ti_");
            case "se" -> structured();
            case "ue" -> selfDescribing();
            default -> message.move("e", "type");
        }
    }

    private SnowplowMessage named(String type) {
        message.take("e");
        message.put("type", type);
        return this;
    }

    private void structured() {
        message.take("e");
        message.put("type", message.peek("se_ac"));
        STRUCTURED.forEach((theirs, ours) -> message.property(theirs, ours));
        SnowplowJson.number(message.properties(), "value");
    }

    /** The type is the schema's name, the properties are its data. What cannot be read stays, and there is no type. */
    private void selfDescribing() {
        message.take("e");
        var event = SnowplowJson.take(parameters, "ue_px", "ue_pr");
        if (event == null) {
            return;
        }
        var schema = event.path("schema").asString("");
        var type = SnowplowJson.typeOf(schema);
        if (type != null) {
            message.put("type", type);
        }
        message.leave("schema", schema);
        if (event.get("data") instanceof ObjectNode data) {
            data.properties().forEach(member -> message.properties().set(member.getKey(), member.getValue()));
        } else if (event.get("data") != null) {
            message.properties().set("data", event.get("data"));
        }
    }

    private void context() {
        var page = message.context().objectNode();
        pageInto(page);
        PAGE.keySet().forEach(parameters::remove);
        if (!page.isEmpty()) {
            message.context().set("page", page);
        }
        message.context("ua", "userAgent")
                .context("ip", "ip")
                .context("lang", "locale")
                .context("tz", "timezone");
        var contexts = SnowplowJson.take(parameters, "cx", "co");
        if (contexts != null) {
            message.context().set("contexts", contexts);
            session(contexts);
        }
    }

    private void session(JsonNode contexts) {
        for (var one : contexts) {
            var session = one.path("data").get("sessionId");
            if (session != null
                    && !message.has("sessionId")
                    && one.path("schema").asString("").contains("/client_session/")) {
                message.put("sessionId", session);
            }
        }
    }

    private void pageInto(ObjectNode target) {
        PAGE.forEach((theirs, ours) -> {
            var value = message.peek(theirs);
            if (value != null) {
                target.set(ours, value);
            }
        });
    }

    private void prefixed(String prefix) {
        for (var name : parameters.propertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .toList()) {
            message.property(name, name.substring(prefix.length()));
        }
    }
}
