package com.nexusai.ingest.gate;

import java.util.ArrayList;
import java.util.Arrays;

/** Cuts NDJSON into its lines. What is on a line is looked at later, so a broken one does not sink its neighbours. */
public final class Lines {
    private Lines() {}

    public static Cut cut(byte[] body) {
        var events = new ArrayList<byte[]>();
        int from = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '\n') {
                if (!isBlank(body, from, at)) {
                    events.add(Arrays.copyOfRange(body, from, at));
                }
                from = at + 1;
            }
        }
        return new Cut(events, false);
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int at = from; at < to; at++) {
            if (body[at] != ' ' && body[at] != '\t' && body[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
