package com.nexusai.query.promql;

import com.nexusai.query.promql.Expression.Aggregate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Makes one line of several, or picks some of them, at each moment. */
final class Grouping {
    private final Aggregate how;
    private final int moments;

    Grouping(Aggregate how, int moments) {
        this.how = how;
        this.moments = moments;
    }

    Value.Vector of(List<Line> lines) {
        Map<Labels, List<Line>> groups = new LinkedHashMap<>();
        for (var line : lines) {
            groups.computeIfAbsent(group(line.labels()), _ -> new ArrayList<>()).add(line);
        }
        var made = new ArrayList<Line>();
        groups.forEach((labels, group) -> {
            if (how.aggregation().picks()) {
                made.addAll(picked(group));
            } else {
                made.add(new Line(labels, folded(group)));
            }
        });
        return new Value.Vector(made);
    }

    private Labels group(Labels labels) {
        return how.without() ? labels.without(how.labels()) : labels.only(how.labels());
    }

    private double[] folded(List<Line> group) {
        var values = Line.nothing(moments);
        for (int i = 0; i < moments; i++) {
            int moment = i;
            var present = group.stream()
                    .mapToDouble(line -> line.values()[moment])
                    .filter(value -> !Line.isAbsent(value))
                    .toArray();
            if (present.length > 0) {
                values[i] = fold(present);
            }
        }
        return values;
    }

    private double fold(double[] present) {
        double sum = 0;
        double least = Double.NaN;
        double most = Double.NaN;
        for (double value : present) {
            sum += value;
            least = Double.isNaN(least) || value < least ? value : least;
            most = Double.isNaN(most) || value > most ? value : most;
        }
        return switch (how.aggregation()) {
            case SUM -> sum;
            case AVG -> sum / present.length;
            case MIN -> least;
            case MAX -> most;
            case COUNT -> present.length;
            case TOPK, BOTTOMK -> throw new IllegalStateException("these pick");
        };
    }

    /** Each moment has its own; a line is there at those moments at which it is among them. */
    private List<Line> picked(List<Line> group) {
        int many = (int) Math.clamp(Objects.requireNonNull(how.parameter()), 0, group.size());
        var kept = new ArrayList<Line>();
        group.forEach(line -> kept.add(new Line(line.labels(), Line.nothing(moments))));
        boolean largest = how.aggregation() == Expression.Aggregation.TOPK;
        for (int i = 0; i < moments; i++) {
            int moment = i;
            Comparator<Integer> byValue = Comparator.comparingDouble(index -> {
                double value = group.get(index).values()[moment];
                // what is no number comes last, whichever end is wanted
                return Double.isNaN(value) ? Double.POSITIVE_INFINITY : largest ? -value : value;
            });
            IntStream.range(0, group.size())
                    .boxed()
                    .filter(index -> !Line.isAbsent(group.get(index).values()[moment]))
                    .sorted(byValue)
                    .limit(many)
                    .forEach(index ->
                            kept.get(index).values()[moment] = group.get(index).values()[moment]);
        }
        return kept.stream()
                .filter(line -> !line.isEmpty())
                .sorted(byFirst(largest))
                .toList();
    }

    private static Comparator<Line> byFirst(boolean largest) {
        Comparator<Line> first = Comparator.comparingDouble(line -> line.values()[0]);
        return largest ? first.reversed() : first;
    }
}
