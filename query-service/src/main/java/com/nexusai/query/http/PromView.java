package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.promql.Evaluation;
import com.nexusai.query.promql.Line;
import com.nexusai.query.promql.Times;
import com.nexusai.query.promql.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in the form of Prometheus' API. */
final class PromView {
    private static final long OLD_MILLIS = 60_000;
    private static final double LARGEST_WHOLE = 1e15;

    private PromView() {}

    /** @param meta a member of our own, which Prometheus' clients skip */
    record Success(
            String status,
            Object data,
            @Nullable List<String> warnings,
            @Nullable Meta meta) {
        static Success of(Object data) {
            return new Success("success", data, null, null);
        }
    }

    record Failure(String status, String errorType, String error) {
        static Failure of(String type, String sentence) {
            return new Failure("error", type, sentence);
        }
    }

    record Result(String resultType, Object result) {}

    record Series(Map<String, String> metric, List<Object> values) {}

    record Sample(Map<String, String> metric, List<Object> value) {}

    record Described(String type, String help, String unit) {}

    static Success instant(Value value, Times times, Evaluation evaluation) {
        var result = switch (value) {
            case Value.Scalar(var values) -> new Result("scalar", pair(times.at(0), values[0]));
            case Value.Vector(var lines) ->
                new Result(
                        "vector",
                        lines.stream()
                                .filter(line -> !Line.isAbsent(line.values()[0]))
                                .map(line -> new Sample(line.labels().values(), pair(times.at(0), line.values()[0])))
                                .toList());
        };
        return answered(result, evaluation);
    }

    static Success range(Value value, Times times, Evaluation evaluation) {
        var lines = switch (value) {
            case Value.Scalar(var values) -> List.of(new Series(Map.of(), pairs(values, times)));
            case Value.Vector(var found) ->
                found.stream()
                        .map(line -> new Series(line.labels().values(), pairs(line.values(), times)))
                        .filter(series -> !series.values().isEmpty())
                        .toList();
        };
        return answered(new Result("matrix", lines), evaluation);
    }

    private static Success answered(Result result, Evaluation evaluation) {
        var warnings = new ArrayList<>(evaluation.warnings());
        var meta = evaluation.meta().orElse(null);
        if (meta != null && meta.lagMs() != null && meta.lagMs() > OLD_MILLIS) {
            warnings.add("this is as of " + meta.asOf() + ", from " + meta.source());
        }
        return new Success("success", result, warnings.isEmpty() ? null : warnings, meta);
    }

    private static List<Object> pairs(double[] values, Times times) {
        var pairs = new ArrayList<Object>(values.length);
        for (int i = 0; i < values.length; i++) {
            if (!Line.isAbsent(values[i])) {
                pairs.add(pair(times.at(i), values[i]));
            }
        }
        return pairs;
    }

    private static List<Object> pair(long millis, double value) {
        return List.of(millis % 1000 == 0 ? (Object) (millis / 1000) : BigDecimal.valueOf(millis, 3), text(value));
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
