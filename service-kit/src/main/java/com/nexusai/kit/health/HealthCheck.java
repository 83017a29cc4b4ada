package com.nexusai.kit.health;

import java.util.function.Supplier;

/** One question about the process; answered often, so it must be cheap and must not block. */
public interface HealthCheck {
    String name();

    Status check();

    static HealthCheck of(String name, Supplier<Status> check) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Status check() {
                return check.get();
            }
        };
    }
}
