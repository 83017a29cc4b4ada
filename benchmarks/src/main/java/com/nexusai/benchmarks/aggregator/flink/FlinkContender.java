package com.nexusai.benchmarks.aggregator.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.benchmarks.aggregator.child.JavaCommand;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.race.Contender;
import com.nexusai.benchmarks.aggregator.race.ResultTopic;
import com.nexusai.benchmarks.aggregator.reference.FlinkResults;
import com.nexusai.benchmarks.aggregator.reference.UserTotals;
import com.nexusai.benchmarks.aggregator.result.LatestValues;
import com.nexusai.benchmarks.aggregator.result.Results;
import com.nexusai.schema.aggregate.Granularity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Flink, with the class path that {@code ./fleet bench} has made for it. */
public final class FlinkContender implements Contender {
    private static final String CLASS_PATH = "bench.flink.classpath";
    private static final String MAIN = "com.nexusai.benchmarks.flink.FlinkProcess";

    /** It looks into classes of the JDK, for its serializers and to close what holds memory. */
    private static final List<String> OPENED =
            List.of("java.base/java.util", "java.base/java.lang", "java.base/java.time", "java.base/java.nio");

    @Override
    public String name() {
        return "flink";
    }

    @Override
    public JavaCommand command(RunSettings settings, List<String> flags) {
        var classPath = System.getProperty(CLASS_PATH, "");
        if (classPath.isEmpty()) {
            throw new IllegalStateException(
                    "Flink is not on the class path of this process; ./fleet bench aggregator builds it and says where"
                            + " it is. Or leave it out: BENCH_CONTENDERS='aggregator dsl'");
        }
        var all = new ArrayList<>(flags);
        OPENED.forEach(opened -> all.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        return new JavaCommand(MAIN, classPath, all, settings.arguments());
    }

    @Override
    public List<ResultTopic> topics() {
        return List.of(ResultTopic.of(FlinkResults.TOPIC));
    }

    @Override
    public Results results(LatestValues topics) {
        var results = new Results();
        topics.of(FlinkResults.TOPIC).forEach((key, value) -> {
            var name = new String(key.get(), UTF_8);
            if (name.startsWith(FlinkResults.USER)) {
                var user = UserTotals.of(value);
                results.user(
                        name.substring(FlinkResults.USER.length()),
                        Instant.ofEpochMilli(user.first),
                        Instant.ofEpochMilli(user.last),
                        user.types);
            } else {
                cell(name.split("/", -1), new BigDecimal(new String(value, UTF_8)), results);
            }
        });
        return results;
    }

    private static void cell(String[] name, BigDecimal value, Results results) {
        var start = Instant.ofEpochMilli(Long.parseLong(name[4]));
        results.cell(name[0], Granularity.of(name[1]), name[2], name[3], start, value);
    }
}
