package com.nexusai.benchmarks.flink;

import static java.util.Objects.requireNonNull;

import com.nexusai.benchmarks.aggregator.reference.FlinkResults;
import com.nexusai.benchmarks.aggregator.reference.SlimEvent;
import com.nexusai.benchmarks.aggregator.reference.UserTotals;
import com.nexusai.benchmarks.aggregator.result.CommonMetrics;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Totals of each user; and, on the side, the tenant of whoever is seen for the first time on a day. */
final class UserFunction extends KeyedProcessFunction<String, SlimEvent, Tuple2<String, byte[]>> {
    static final OutputTag<Tuple2<String, Long>> FIRST_OF_DAY = new OutputTag<>("first-of-day") {};

    private static final long DAY = Duration.ofDays(1).toMillis();

    private transient @Nullable ValueState<UserTotals> totals;
    private transient @Nullable MapState<Long, Boolean> days;

    @Override
    public void open(OpenContext context) {
        totals = getRuntimeContext().getState(new ValueStateDescriptor<>("totals", UserTotals.class));
        days = getRuntimeContext().getMapState(new MapStateDescriptor<>("days", Long.class, Boolean.class));
    }

    @Override
    public void processElement(SlimEvent event, Context context, Collector<Tuple2<String, byte[]>> out)
            throws Exception {
        var totals = requireNonNull(this.totals, "not opened");
        var days = requireNonNull(this.days, "not opened");
        var known = totals.value();
        var user = (known == null ? new UserTotals() : known).plus(event);
        totals.update(user);
        out.collect(Tuple2.of(FlinkResults.USER + context.getCurrentKey(), user.bytes()));
        long day = event.timestamp / DAY;
        if (!days.contains(day)) {
            days.put(day, true);
            context.output(FIRST_OF_DAY, Tuple2.of(event.tenant + "/" + CommonMetrics.TOTAL, 1L));
        }
    }
}
