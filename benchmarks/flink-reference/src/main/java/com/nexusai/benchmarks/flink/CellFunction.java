package com.nexusai.benchmarks.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.schema.aggregate.Granularity;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The name of a cell and its value, as they go to the topic. */
final class CellFunction<V> extends ProcessWindowFunction<V, Tuple2<String, byte[]>, String, TimeWindow> {
    private final String prefix;

    CellFunction(String metric, Granularity granularity) {
        this.prefix = metric + "/" + granularity.word() + "/";
    }

    @Override
    public void process(String key, Context context, Iterable<V> sums, Collector<Tuple2<String, byte[]>> out) {
        var name = prefix + key + "/" + context.window().getStart();
        out.collect(Tuple2.of(name, sums.iterator().next().toString().getBytes(UTF_8)));
    }
}
