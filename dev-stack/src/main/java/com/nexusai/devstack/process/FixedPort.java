package com.nexusai.devstack.process;

import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** Binds a container's port to a wished one of this machine; 0 leaves the choice to Docker. */
public final class FixedPort {
    private FixedPort() {}

    public static void bind(GenericContainer<?> container, int wished, int inside) {
        if (wished != 0) {
            container.setPortBindings(List.of(wished + ":" + inside));
        }
    }
}
