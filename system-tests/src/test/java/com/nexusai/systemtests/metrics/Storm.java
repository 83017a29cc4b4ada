package com.nexusai.systemtests.metrics;

import com.nexusai.systemtests.metrics.traffic.Delivery;
import com.nexusai.systemtests.process.RunningFleet;
import com.nexusai.systemtests.process.ServiceJar;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Sends the traffic in pieces, and after each piece kills the aggregator at a random moment: mostly while it works
 * through what was just sent, now and then before it is even up again. Once, ingest dies with it.
 */
final class Storm {
    private static final int KILLS = Integer.getInteger("metrics.kills", 10);
    private static final int LONGEST_LIFE_MS = 2_500;

    private final RunningFleet fleet;
    private final Random random;

    Storm(RunningFleet fleet, long seed) {
        this.fleet = fleet;
        this.random = new Random(seed);
    }

    void over(List<Delivery> deliveries) throws InterruptedException {
        var aggregator = fleet.service("aggregator-service");
        var ingest = fleet.service("ingest-service");
        int ingestDiesAt = random.nextInt(Math.max(1, KILLS));
        try (var door = new Door(fleet.stack.kafkaBootstrapServers())) {
            for (int kill = 0; kill < KILLS; kill++) {
                door.send(piece(deliveries, kill));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MS));
                killAndStart(aggregator);
                if (kill == ingestDiesAt) {
                    killAndStart(ingest);
                }
                if (random.nextInt(10) < 7) {
                    aggregator.awaitReady(RunningFleet.PATIENCE);
                }
            }
            door.send(piece(deliveries, KILLS));
        }
        ingest.awaitReady(RunningFleet.PATIENCE);
        aggregator.awaitReady(RunningFleet.PATIENCE);
    }

    private static void killAndStart(ServiceJar service) throws InterruptedException {
        service.kill();
        service.start();
    }

    private static List<Delivery> piece(List<Delivery> deliveries, int number) {
        int size = deliveries.size();
        return deliveries.subList(
                (int) ((long) size * number / (KILLS + 1)), (int) ((long) size * (number + 1) / (KILLS + 1)));
    }
}
