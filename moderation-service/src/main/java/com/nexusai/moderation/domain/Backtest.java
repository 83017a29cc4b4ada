package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What other rules would have made of past cases. The scores are those of then; only what follows from them is asked
 * anew, so rules are compared with rules and not with another lexicon.
 */
public final class Backtest {
    private static final int MOST_EXAMPLES = 20;
    private static final String NOTHING = "none";

    /**
     * @param cases how many were looked at
     * @param changes by what the content is most at fault for, how many would go from one outcome to another
     * @param people where a person has decided: how often each of both rules leads there, and the person's own word
     * @param examples of what would change
     */
    public record Result(
            long cases, Map<String, Map<String, Long>> changes, Map<String, Long> people, List<Example> examples) {

        /** What several instances have found. */
        public Result plus(Result other) {
            var sum = new TreeMap<String, Map<String, Long>>();
            List.of(this, other)
                    .forEach(one -> one.changes()
                            .forEach((category, counts) ->
                                    counts.forEach((change, n) -> sum.computeIfAbsent(category, key -> new TreeMap<>())
                                            .merge(change, n, Long::sum))));
            var people = new TreeMap<>(this.people);
            other.people().forEach((what, n) -> people.merge(what, n, Long::sum));
            var examples = new ArrayList<>(this.examples);
            examples.addAll(other.examples());
            return new Result(
                    cases + other.cases(), sum, people, examples.subList(0, Math.min(MOST_EXAMPLES, examples.size())));
        }
    }

    public record Example(String contentId, String category, double confidence, Outcome before, Outcome after) {}

    private final ModerationPolicy now;
    private final ModerationPolicy candidate;
    private final Map<String, Map<String, Long>> changes = new TreeMap<>();
    private final Map<String, Long> people = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long cases;

    public Backtest(ModerationPolicy now, ModerationPolicy candidate) {
        this.now = now;
        this.candidate = candidate;
    }

    public void add(ModerationCase one) {
        var decision = one.decision();
        var score = new Score(decision.confidence(), decision.categories(), decision.reasons());
        var before = Casework.outcome(score, one.kind(), now);
        var after = Casework.outcome(score, one.kind(), candidate);
        cases++;
        if (before != after) {
            var gravest = Strikes.gravest(decision);
            var category = gravest == null ? NOTHING : gravest;
            changes.computeIfAbsent(category, key -> new TreeMap<>()).merge(change(before, after), 1L, Long::sum);
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Example(one.contentId(), category, decision.confidence(), before, after));
            }
        }
        if (decision.decidedBy() != null && decision.decision() != Outcome.REVIEW) {
            people.merge("now " + change(before, decision.decision()), 1L, Long::sum);
            people.merge("candidate " + change(after, decision.decision()), 1L, Long::sum);
        }
    }

    public Result result() {
        return new Result(cases, changes, people, List.copyOf(examples));
    }

    private static String change(Outcome from, Outcome to) {
        return from + "→" + to;
    }
}
