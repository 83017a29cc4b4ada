package com.nexusai.ingest.enrich;

import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/** Reads user agents by the expressions of the ua-parser project. */
final class AgentReading {
    private static final String UNKNOWN = "Other";
    private static final String BOT = "Spider";
    private static final Set<String> DESKTOPS =
            Set.of("Windows", "Mac OS X", "Linux", "Ubuntu", "Debian", "Fedora", "Chrome OS", "FreeBSD", "OpenBSD");

    private final Parser parser = new Parser();

    Agent read(String userAgent) {
        var client = parser.parse(userAgent);
        return new Agent(device(client, userAgent), os(client), browser(client));
    }

    private static @Nullable RawJson device(Client client, String userAgent) {
        var type = type(client, userAgent);
        var family = client.device.family;
        if (type == null && UNKNOWN.equals(family)) {
            return null;
        }
        var device = Json.MAPPER.createObjectNode();
        if (!UNKNOWN.equals(family) && !BOT.equals(family)) {
            device.put("name", family);
        }
        device.put("type", type == null ? "other" : type);
        return RawJson.of(device.put("bot", BOT.equals(family)));
    }

    private static @Nullable String type(Client client, String userAgent) {
        var family = client.device.family;
        if (BOT.equals(family)) {
            return "bot";
        }
        if (userAgent.contains("TV") || family.contains("TV")) {
            return "tv";
        }
        if (family.equals("iPad") || (client.os.family.equals("Android") && !userAgent.contains("Mobi"))) {
            return "tablet";
        }
        if (userAgent.contains("Mobi") || client.os.family.equals("iOS")) {
            return "mobile";
        }
        return DESKTOPS.contains(client.os.family) ? "desktop" : null;
    }

    private static @Nullable RawJson os(Client client) {
        return named(client.os.family, version(client.os.major, client.os.minor));
    }

    private static @Nullable RawJson browser(Client client) {
        return named(client.userAgent.family, version(client.userAgent.major, client.userAgent.minor));
    }

    private static @Nullable RawJson named(String name, String version) {
        if (UNKNOWN.equals(name)) {
            return null;
        }
        var node = Json.MAPPER.createObjectNode().put("name", name);
        return RawJson.of(version.isEmpty() ? node : node.put("version", version));
    }

    private static String version(@Nullable String major, @Nullable String minor) {
        if (major == null || major.isEmpty()) {
            return "";
        }
        return minor == null || minor.isEmpty() ? major : major + "." + minor;
    }
}
