package com.nexusai.moderation.scoring.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was met in one text. A text can be one phrase a thousand times; of each, so many are enough to judge it. */
final class Hits {
    private static final int MOST_OF_ONE = 8;
    private static final int MOST = 400;

    private final List<Hit> list = new ArrayList<>();
    private final Map<LexiconEntry, Integer> counts = new HashMap<>();

    void add(Hit hit) {
        if (list.size() < MOST && counts.merge(hit.entry(), 1, Integer::sum) <= MOST_OF_ONE) {
            list.add(hit);
        }
    }

    List<Hit> list() {
        return List.copyOf(list);
    }
}
