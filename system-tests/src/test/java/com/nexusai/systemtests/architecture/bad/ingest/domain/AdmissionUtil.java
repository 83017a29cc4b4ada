package com.nexusai.systemtests.architecture.bad.ingest.domain;

import io.javalin.http.Context;
import java.time.Instant;

/** Breaks: purity, Javalin only in http, the clock, names, null marks. */
public final class AdmissionUtil {
    private AdmissionUtil() {}

    public static String judge(Context ctx) {
        return ctx.body() + Instant.now();
    }
}
