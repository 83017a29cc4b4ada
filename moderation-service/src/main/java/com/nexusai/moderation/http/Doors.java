package com.nexusai.moderation.http;

import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.moderation.store.CaseReads;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What the routes are made of.
 *
 * @param commands for content, whose command needs no answer
 * @param desk for people's commands, which do
 * @param later for what no caller waits for
 */
public record Doors(
        CaseReads reads,
        Peers peers,
        CommandLog commands,
        CommandDesk desk,
        Providers providers,
        Executor later,
        Clock clock) {
    public ModerationRoutes routes(Casework casework, Supplier<String> freshIds) {
        var queue = new QueueHandler(reads, peers);
        var workload = new WorkloadHandler(reads, peers, casework, clock);
        return new ModerationRoutes(
                new ModerationRoutes.Reading(
                        new CaseHandler(reads, peers), queue, new UserHandler(reads, peers, clock), workload),
                new ModerationRoutes.Acting(
                        new SubmitHandler(casework, commands, providers, freshIds, clock, later),
                        new ReviewHandler(desk, freshIds, clock),
                        new UserVoiceHandler(desk, freshIds, clock),
                        new BulkHandler(desk, freshIds, clock),
                        new ClaimNextHandler(
                                queue, workload, casework, new ClaimNextHandler.Giving(desk, freshIds, clock)),
                        new MeasureHandler(desk, freshIds, clock)));
    }
}
