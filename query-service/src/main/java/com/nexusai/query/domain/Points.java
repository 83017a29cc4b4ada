package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import java.util.ArrayList;
import java.util.List;

/** What can be done with the points of a series, oldest first. */
public final class Points {
    private Points() {}

    /** One point for each window of the range: those given, and zero where there is none. */
    public static List<Point> filled(List<Point> points, TimeRange range, Granularity granularity) {
        var whole = range.wholeWindows(granularity);
        var filled = new ArrayList<Point>((int) range.windows(granularity));
        int next = 0;
        for (var start = whole.from(); start.isBefore(whole.to()); start = granularity.next(start)) {
            boolean given = next < points.size() && points.get(next).start().equals(start);
            filled.add(given ? points.get(next++) : new Point(start, 0));
        }
        return filled;
    }

    public static long sum(List<Point> points) {
        return points.stream().mapToLong(Point::count).sum();
    }
}
