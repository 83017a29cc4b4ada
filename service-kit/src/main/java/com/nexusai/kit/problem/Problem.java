package com.nexusai.kit.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the caller may read, as an RFC 9457 problem. Thrown anywhere below a route; the server adds the trace
 * id. {@code type} is {@code urn:problem:} and a name: a client may compare it, and it stays when host names change.
 */
public final class Problem extends RuntimeException {
    private final int status;
    private final String type;
    private final String title;
    private final @Nullable String field;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    private Problem(int status, String type, String title, @Nullable String detail, @Nullable String field) {
        // No stack trace: it is an answer, thrown on hot paths by hostile input.
        super(detail == null ? title : detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.field = field;
    }

    /** @param type name in kebab case, for example {@code key-revoked} */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, "urn:problem:" + type, title, detail, null);
    }

    public static Problem badRequest(String type, String title, String detail, @Nullable String field) {
        return new Problem(400, "urn:problem:" + type, title, detail, field);
    }

    /** The request can be read, and a field of it cannot be. */
    public static Problem invalid(String field, String detail) {
        return badRequest("invalid-request", "The request is not valid", detail, field);
    }

    public static Problem malformed(String detail) {
        return badRequest("malformed-body", "The body cannot be read", detail, null);
    }

    public static Problem unauthorized(String detail) {
        return of(401, "unauthorized", "A valid credential is needed", detail)
                .header("WWW-Authenticate", "Bearer realm=\"analytics\", Basic realm=\"analytics\"");
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "The credential does not allow this", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is nothing here", detail);
    }

    public static Problem conflict(String type, String title, String detail) {
        return of(409, type, title, detail);
    }

    public static Problem tooLarge(String detail) {
        return of(413, "body-too-large", "The body is too large", detail);
    }

    public static Problem unsupportedMediaType(String detail) {
        return of(415, "unsupported-media-type", "The body's format is not supported", detail);
    }

    /** For the caller to try again. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(503, "unavailable", "The service cannot do this now", detail)
                .header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** One more header on the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** One more member of the problem document. */
    public Problem with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable String field() {
        return field;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The members in the order in which a person wants to read them; the trace id is still to come. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail());
        if (field != null) {
            members.put("field", field);
        }
        members.putAll(extensions);
        return members;
    }
}
