package com.nexusai.benchmarks.flink;

import java.math.BigDecimal;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple2;

final class DecimalSum implements AggregateFunction<Tuple2<String, BigDecimal>, BigDecimal, BigDecimal> {
    @Override
    public BigDecimal createAccumulator() {
        return BigDecimal.ZERO;
    }

    @Override
    public BigDecimal add(Tuple2<String, BigDecimal> paid, BigDecimal sum) {
        return sum.add(paid.f1);
    }

    @Override
    public BigDecimal getResult(BigDecimal sum) {
        return sum;
    }

    @Override
    public BigDecimal merge(BigDecimal one, BigDecimal other) {
        return one.add(other);
    }
}
