package com.nexusai.benchmarks.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Connections that send the same requests over and over for a while. */
final class Load {
    private final int port;
    private final int connections;
    private final byte[][] requests;

    Load(int port, int connections, byte[][] requests) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
    }

    /** Each connection sends as soon as it has its answer. @return requests a second */
    double most(Duration time) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long until = start + time.toNanos();
        var sent = run(connection -> {
            long count = 0;
            try (var http = new HttpConnection(port)) {
                for (int next = connection; System.nanoTime() < until; next++) {
                    http.send(requests[next % requests.length]);
                    count++;
                }
            }
            return new long[] {count};
        });
        long all = sent.stream().mapToLong(counts -> counts[0]).sum();
        return all * 1e9 / (System.nanoTime() - start);
    }

    /**
     * Sends at a steady rate, whether or not answers are late.
     *
     * @return how long each request took, from when it was due: one that had to wait for a slow one before it was slow too
     */
    long[] steady(double perSecond, Duration time) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        double gap = connections * 1e9 / perSecond;
        int each = (int) (time.toNanos() / gap);
        var taken = run(connection -> {
            var nanos = new long[each];
            try (var http = new HttpConnection(port)) {
                for (int i = 0; i < each; i++) {
                    long due = start + (long) ((i + (double) connection / connections) * gap);
                    while (due > System.nanoTime()) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    http.send(requests[(connection + i) % requests.length]);
                    nanos[i] = System.nanoTime() - due;
                }
            }
            return nanos;
        });
        var all = taken.stream().flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(all);
        return all;
    }

    private List<long[]> run(Sender sender) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < connections; i++) {
                int connection = i;
                tasks.add(() -> sender.send(connection));
            }
            var results = new ArrayList<long[]>();
            for (Future<long[]> one : threads.invokeAll(tasks)) {
                results.add(one.get());
            }
            return results;
        }
    }

    /** What one connection does. */
    @FunctionalInterface
    private interface Sender {
        long[] send(int connection) throws IOException;
    }
}
