package com.nexusai.moderation.http;

import com.nexusai.kit.http.Routes;
import com.nexusai.kit.http.WebConsole;
import java.util.List;
import java.util.Map;

/** Where moderators work. */
public final class ReviewConsole {
    private static final List<String> PAGES =
            List.of("/", "/queue", "/case", "/appeals", "/second-looks", "/stats", "/rules");

    private ReviewConsole() {}

    /** @param media the origins from which it may show what is to be judged, with blanks between; may be empty */
    public static Routes routes(String media) {
        return new WebConsole(PAGES, Map.of(), "", media);
    }
}
