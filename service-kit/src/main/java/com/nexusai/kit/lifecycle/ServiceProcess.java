package com.nexusai.kit.lifecycle;

import com.nexusai.kit.config.ConfigurationException;
import com.nexusai.kit.config.Env;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the {@code main} of every service does around its own wiring: exit codes, one message, one shutdown hook. */
public final class ServiceProcess {
    /** {@code EX_CONFIG} of sysexits.h. */
    static final int BAD_CONFIGURATION = 78;

    static final int FAILED_TO_START = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    private ServiceProcess() {}

    /** Starts everything that the service is made of. */
    @FunctionalInterface
    public interface Wiring {
        void start(Lifecycle lifecycle, Env env) throws Exception;
    }

    /** Runs until SIGTERM or SIGINT; ends the JVM when the start fails. */
    public static void run(String service, Wiring wiring) {
        Logs.identify(service);
        var lifecycle = new Lifecycle();
        var code = start(service, wiring, lifecycle, System.getenv());
        if (code != 0) {
            System.exit(code);
        }
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    LOG.info("{} is stopping", service);
                    lifecycle.close();
                    LOG.info("{} has stopped", service);
                }));
        awaitClosed(lifecycle);
    }

    private static void awaitClosed(Lifecycle lifecycle) {
        try {
            lifecycle.awaitClosed();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the exit code; 0 when it runs */
    static int start(String service, Wiring wiring, Lifecycle lifecycle, Map<String, String> variables) {
        var since = System.nanoTime();
        try {
            wiring.start(lifecycle, Env.of(variables));
            LOG.info("{} started in {} ms", service, (System.nanoTime() - since) / 1_000_000);
            return 0;
        } catch (ConfigurationException faults) {
            lifecycle.close();
            System.err.println(service + " did not start. " + faults.getMessage());
            return BAD_CONFIGURATION;
        } catch (CannotStart reason) {
            lifecycle.close();
            LOG.error("{} did not start: {}", service, reason.getMessage());
            return FAILED_TO_START;
        } catch (Exception failure) {
            LOG.error("{} did not start: {}", service, failure.getMessage(), failure);
            lifecycle.close();
            return FAILED_TO_START;
        }
    }
}
