package com.nexusai.aggregator.domain.metric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Contributions as lines of text. */
final class Recorded implements Contributions {
    final List<String> lines = new ArrayList<>();

    @Override
    public void count(LiveMetric metric, String dimension) {
        lines.add(metric.name() + " " + dimension + " +1");
    }

    @Override
    public void number(LiveMetric metric, String dimension, long units) {
        lines.add(metric.name() + " " + dimension + " " + units);
    }

    @Override
    public void largeNumber(LiveMetric metric, String dimension, BigInteger units) {
        lines.add(metric.name() + " " + dimension + " large " + units);
    }

    @Override
    public void value(LiveMetric metric, String dimension, String value) {
        lines.add(metric.name() + " " + dimension + " value " + value);
    }

    @Override
    public void actor(LiveMetric metric, String dimension) {
        lines.add(metric.name() + " " + dimension + " actor");
    }

    @Override
    public void steps(LiveMetric metric, int steps) {
        lines.add(metric.name() + " steps " + Integer.toBinaryString(steps));
    }
}
