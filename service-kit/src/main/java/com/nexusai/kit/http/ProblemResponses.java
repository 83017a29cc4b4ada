package com.nexusai.kit.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.kit.trace.TraceScope;
import com.nexusai.schema.serde.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.validation.ValidationException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Every error leaves as an RFC 9457 problem; what we did not foresee leaves without its inner workings. */
final class ProblemResponses {
    static final String CONTENT_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private ProblemResponses() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> write(ctx, problem));
        routes.exception(NotFoundResponse.class, (gone, ctx) -> write(ctx, notFound(ctx)));
        routes.exception(MethodNotAllowedResponse.class, ProblemResponses::wrongMethod);
        routes.exception(ValidationException.class, (invalid, ctx) -> write(ctx, invalid(invalid)));
        routes.exception(HttpResponseException.class, (other, ctx) -> write(ctx, translated(other)));
        routes.exception(Exception.class, (failure, ctx) -> write(ctx, unexpected(failure, ctx)));
    }

    static void write(Context ctx, Problem problem) {
        problem.headers().forEach((name, value) -> ctx.header(name, value));
        ctx.status(problem.status()).result(json(problem)).contentType(CONTENT_TYPE);
    }

    /** For an {@link Error}, which Javalin keeps from ordinary handlers. */
    static void writeError(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        response.setStatus(500);
        response.setContentType(CONTENT_TYPE);
        try {
            response.getOutputStream().write(json(internalError()));
        } catch (IOException clientGone) {
            LOG.debug("the answer was not taken", clientGone);
        }
    }

    static byte[] json(Problem problem) {
        var members = problem.members();
        var traceId = MDC.get(TraceScope.TRACE_ID);
        if (traceId != null) {
            members.put("traceId", traceId);
        }
        return Json.MAPPER.writeValueAsBytes(members);
    }

    /** For what fails before or outside of a route. */
    static Problem ofStatus(int status, String detail) {
        return switch (status) {
            case 400 -> Problem.of(400, "malformed-request", "The request cannot be read", detail);
            case 404 -> Problem.notFound(detail);
            case 413 -> Problem.tooLarge(detail);
            case 415 -> Problem.unsupportedMediaType(detail);
            default -> Problem.of(status, "http-" + status, title(status), detail);
        };
    }

    static Problem internalError() {
        return Problem.of(
                500,
                "internal-error",
                "The service failed",
                "The failure is logged under this trace id; the request may be tried again.");
    }

    private static Problem notFound(Context ctx) {
        return Problem.notFound("There is no " + ctx.method() + " " + shorten(ctx.path()) + ".");
    }

    private static void wrongMethod(MethodNotAllowedResponse response, Context ctx) {
        var allowed = response.getDetails().getOrDefault("availableMethods", "") + ", OPTIONS";
        ctx.header("Allow", allowed);
        if (HandlerType.OPTIONS.equals(ctx.method())) {
            ctx.status(204);
            return;
        }
        var detail = ctx.method() + " is not possible here; possible: " + allowed + ".";
        write(ctx, Problem.of(405, "method-not-allowed", "The method does not fit", detail));
    }

    private static Problem invalid(ValidationException invalid) {
        var first = invalid.getErrors().entrySet().iterator().next();
        var message = first.getValue().isEmpty()
                ? "The value is not valid."
                : first.getValue().getFirst().getMessage();
        return Problem.invalid(first.getKey(), message);
    }

    private static Problem translated(HttpResponseException other) {
        var detail = other.getMessage() == null ? title(other.getStatus()) : other.getMessage();
        return ofStatus(other.getStatus(), detail);
    }

    private static Problem unexpected(Exception failure, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.endpoint().path, failure);
        return internalError();
    }

    private static String title(int status) {
        var name = io.javalin.http.HttpStatus.forStatus(status).getMessage();
        return Map.of("Unknown HTTP code", "The request failed").getOrDefault(name, name);
    }

    private static String shorten(String path) {
        return path.length() <= 200 ? path : path.substring(0, 200) + "…";
    }
}
