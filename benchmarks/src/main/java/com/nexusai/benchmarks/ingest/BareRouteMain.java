package com.nexusai.benchmarks.ingest;

import io.javalin.Javalin;

/** The least that Javalin can do with a request: read its body, throw it away, say that it was taken. */
final class BareRouteMain {
    private BareRouteMain() {}

    public static void main(String[] args) {
        var javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = 10_485_760;
            config.routes.post(DoorMain.PATH, ctx -> {
                ctx.bodyAsBytes();
                ctx.status(202);
            });
        });
        javalin.start("127.0.0.1", 0);
        ChildJvm.say(javalin.port());
    }
}
