package com.nexusai.query.http;

import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells who asks again that nothing has changed. {@code meta} is left out of the comparison: it is another each time.
 * Browsers are told to store nothing, since they would show the stored {@code meta} with the new 304.
 */
final class EntityTags implements Routes {
    private static final byte[] META = ",\"meta\":{".getBytes(StandardCharsets.UTF_8);
    private static final String AS_OF = "\"asOf\":\"";
    private static final int OK = 200;

    private final QueryMeters meters;

    EntityTags(QueryMeters meters) {
        this.meters = meters;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.after("/api/v1/analytics/*", this::tag);
    }

    private void tag(Context ctx) throws IOException {
        var body = body(ctx);
        if (body == null) {
            return;
        }
        int meta = lastMeta(body);
        var tag = "W/\"" + hash(body, meta) + "\"";
        ctx.header("ETag", tag).header("Cache-Control", "private, no-store");
        var asOf = asOf(new String(body, meta, body.length - meta, StandardCharsets.UTF_8));
        if (asOf != null) {
            ctx.header("X-Data-As-Of", asOf);
        }
        if (isKnown(ctx.header("If-None-Match"), tag)) {
            meters.notModified();
            ctx.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
        }
    }

    private static byte @Nullable [] body(Context ctx) throws IOException {
        boolean reads = HandlerType.GET.equals(ctx.method()) || HandlerType.HEAD.equals(ctx.method());
        var type = ctx.res().getContentType();
        if (!reads || ctx.statusCode() != OK || type == null || !type.startsWith("application/json")) {
            return null;
        }
        var result = ctx.resultInputStream();
        if (result == null) {
            return null;
        }
        var body = result.readAllBytes();
        ctx.result(body);
        return body;
    }

    /** It is the last member of each answer; within texts its quotes would be escaped. */
    private static int lastMeta(byte[] body) {
        for (int at = body.length - META.length; at >= 0; at--) {
            if (Arrays.equals(body, at, at + META.length, META, 0, META.length)) {
                return at;
            }
        }
        return body.length;
    }

    private static @Nullable String asOf(String meta) {
        int at = meta.indexOf(AS_OF);
        if (at < 0) {
            return null;
        }
        int from = at + AS_OF.length();
        return meta.substring(from, meta.indexOf('"', from));
    }

    private static boolean isKnown(@Nullable String given, String tag) {
        return given != null
                && Arrays.stream(given.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals(tag) || known.equals(tag.substring(2)) || known.equals("*"));
    }

    private static String hash(byte[] body, int end) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(body, 0, end);
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
