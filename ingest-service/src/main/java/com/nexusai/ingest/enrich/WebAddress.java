package com.nexusai.ingest.enrich;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a URL that we look at. Browsers send much that is no URI to Java, so it is cut by hand. */
final class WebAddress {
    private static final int MAX_LENGTH = 4_096;
    private static final Map<String, String> CAMPAIGN = Map.of(
            "utm_source", "source",
            "utm_medium", "medium",
            "utm_campaign", "name",
            "utm_term", "term",
            "utm_content", "content",
            "utm_id", "id");

    private WebAddress() {}

    /** In lower case, without port and credentials; null where the text has none. */
    static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        int scheme = url.indexOf("://");
        if (scheme < 0 || scheme > 10) {
            return null;
        }
        int from = scheme + 3;
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var authority = url.substring(from, end);
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        host = port < 0 || host.endsWith("]") ? host : host.substring(0, port);
        return host.isEmpty() || host.length() > 253 ? null : host.toLowerCase(Locale.ROOT);
    }

    /** The campaign's parameters under the names of our context; empty where there are none. */
    static Map<String, String> campaign(@Nullable String url) {
        if (url == null || url.length() > MAX_LENGTH || !url.contains("utm_")) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, String>();
        int fragment = url.indexOf('#');
        var query = url.substring(
                url.indexOf('?') + 1, fragment < 0 ? url.length() : Math.max(fragment, url.indexOf('?') + 1));
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? null : CAMPAIGN.get(pair.substring(0, equals));
            if (name != null && equals + 1 < pair.length()) {
                found.putIfAbsent(name, decoded(pair.substring(equals + 1)));
            }
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
