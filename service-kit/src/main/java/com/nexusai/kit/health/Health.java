package com.nexusai.kit.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Liveness says "restart me", readiness says "send me requests". What is still loading is alive and not ready; what
 * depends on someone else being up belongs to neither.
 */
public final class Health {
    private final List<HealthCheck> liveness = new CopyOnWriteArrayList<>();
    private final List<HealthCheck> readiness = new CopyOnWriteArrayList<>();
    private final List<HealthCheck> informative = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    public Health alive(HealthCheck check) {
        liveness.add(check);
        return this;
    }

    public Health ready(HealthCheck check) {
        readiness.add(check);
        return this;
    }

    /** Shown on {@code /health} and nowhere else: a sink that is away is not a reason to restart or to stop serving. */
    public Health inform(HealthCheck check) {
        informative.add(check);
        return this;
    }

    /** From now on not ready, for good. */
    public void stopping() {
        stopping = true;
    }

    public HealthReport liveness() {
        return report(liveness);
    }

    public HealthReport readiness() {
        var report = report(readiness);
        if (!stopping) {
            return report;
        }
        var checks = new LinkedHashMap<>(report.checks());
        checks.put("shutdown", Status.down("stopping"));
        return new HealthReport(false, checks);
    }

    /** Everything; up when alive and ready. */
    public HealthReport full() {
        var all = new ArrayList<>(liveness);
        all.addAll(readiness);
        all.addAll(informative);
        var up = liveness().up() && readiness().up();
        return new HealthReport(up, report(all).checks());
    }

    private static HealthReport report(List<HealthCheck> checks) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        for (var check : checks) {
            statuses.merge(check.name(), ask(check), Health::both);
        }
        return new HealthReport(statuses.values().stream().allMatch(Status::up), statuses);
    }

    private static Status ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException failure) {
            return Status.down(failure.toString());
        }
    }

    private static Status both(Status one, Status other) {
        var details = new LinkedHashMap<>(one.details());
        details.putAll(other.details());
        return new Status(one.up() && other.up(), details);
    }
}
