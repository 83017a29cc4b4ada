package com.nexusai.devstack;

import com.nexusai.devstack.process.DevStackException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The stack as a process, for {@code ./fleet up}. It prints one line when it is ready and leaves the addresses in
 * {@code dev-stack.properties} of the data folder for as long as it runs. SIGTERM stops it in order.
 */
public final class DevStackMain {
    private DevStackMain() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            run(DevStackArguments.parse(args, System.getenv()));
        } catch (DevStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The data folder cannot be written: " + e);
            System.exit(1);
        }
    }

    private static void run(DevStackConfig config) throws IOException, InterruptedException {
        QuietLogs.ofProcess();
        DevStack stack = DevStack.start(config);
        Path addresses = config.folder().resolve(AddressFile.NAME);
        stack.keep(new AddressFile(addresses)).write(stack);
        System.out.printf(
                "ready kafka=%s redis=%s clickhouse=%s%n",
                stack.kafkaBootstrapServers(), stack.redisUrl(), stack.clickHouseUrl());
        Thread.currentThread().join(); // for ever: a signal ends the process, and the stack with it
    }
}
