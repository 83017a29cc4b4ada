package com.nexusai.moderation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import com.nexusai.schema.moderation.ReviewStep;
import io.javalin.config.RoutesConfig;
import java.net.URLEncoder;
import java.util.EnumSet;

/** What this service answers to. */
public final class ModerationRoutes implements Routes {
    static final String BASE = "/api/v1/moderation";
    static final String PENDING = BASE + "/pending";
    static final String STATS = BASE + "/stats";
    static final String ME = BASE + "/me";

    static final String USERS = BASE + "/users/";

    private static final String CASE = BASE + "/<" + CaseHandler.CONTENT_ID + ">";
    private static final String MEASURES = BASE + "/measures";
    private static final String APPEAL = BASE + "/appeals/<" + CaseHandler.CONTENT_ID + ">";

    private final Reading reading;
    private final Acting acting;

    /** What is asked. */
    public record Reading(CaseHandler cases, QueueHandler queue, UserHandler users, WorkloadHandler workload) {}

    /** What is done. */
    public record Acting(
            SubmitHandler submit,
            ReviewHandler review,
            UserVoiceHandler voices,
            BulkHandler bulk,
            ClaimNextHandler claimNext,
            MeasureHandler measures) {}

    public ModerationRoutes(Reading reading, Acting acting) {
        this.reading = reading;
        this.acting = acting;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(BASE + "/moderate", acting.submit()::moderate, Scope.MODERATE);
        routes.post(BASE + "/report", acting.voices()::report, Scope.MODERATE);
        routes.post(BASE + "/bulk", acting.bulk()::bulk, Scope.MODERATE);
        routes.post(BASE + "/claim-next", acting.claimNext()::next, Scope.MODERATE);
        routes.post(APPEAL + "/uphold", acting.review().step(ReviewStep.UPHOLD), Scope.MODERATE);
        routes.post(APPEAL + "/overturn", acting.review().step(ReviewStep.OVERTURN), Scope.MODERATE);
        routes.post(CASE + "/appeal", acting.voices()::appeal, Scope.MODERATE);
        for (var step : EnumSet.complementOf(EnumSet.of(ReviewStep.UPHOLD, ReviewStep.OVERTURN))) {
            routes.post(CASE + "/" + step.label(), acting.review().step(step), Scope.MODERATE);
        }
        routes.post(MEASURES, acting.measures()::make, Scope.LEAD);
        routes.delete(MEASURES + "/<" + CaseHandler.CONTENT_ID + ">", acting.measures()::retire, Scope.LEAD);
        routes.get(ME, reading.workload()::me, Scope.MODERATE);
        routes.get(PENDING, reading.queue()::pending, Scope.MODERATE);
        routes.get(STATS, reading.queue()::stats, Scope.MODERATE);
        routes.get(USERS + "<" + UserHandler.USER_ID + ">/sanctions", reading.users()::sanctions, Scope.MODERATE);
        // last, and with slashes: a content id may be anything, such as chat/42
        routes.get(CASE, reading.cases()::find, Scope.MODERATE);
    }

    /** The path of a case, whatever its content is called. */
    static String caseOf(String contentId) {
        return BASE + "/" + URLEncoder.encode(contentId, UTF_8).replace("+", "%20");
    }
}
