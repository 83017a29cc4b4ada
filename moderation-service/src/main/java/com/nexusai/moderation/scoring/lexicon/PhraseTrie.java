package com.nexusai.moderation.scoring.lexicon;

import java.util.Arrays;
import java.util.List;

/** Sorted phrases as a tree in arrays, level by level. */
final class PhraseTrie {
    private final List<String> sorted;
    private final char[] labels;
    private final int[] firstChildren;
    private final int[] phrases;
    // which phrases go through each state, and how many characters they share there
    private final int[] low;
    private final int[] high;
    private final int[] depth;
    private int states = 1;

    private PhraseTrie(List<String> sorted) {
        this.sorted = sorted;
        int most = 1 + sorted.stream().mapToInt(String::length).sum();
        labels = new char[most];
        firstChildren = new int[most + 1];
        phrases = new int[most];
        low = new int[most];
        high = new int[most];
        depth = new int[most];
        high[0] = sorted.size();
        Arrays.fill(phrases, -1);
    }

    static PhraseTrie of(List<String> sorted) {
        var trie = new PhraseTrie(sorted);
        for (int state = 0; state < trie.states; state++) {
            trie.firstChildren[state] = trie.states;
            trie.addChildren(state);
        }
        trie.firstChildren[trie.states] = trie.states;
        return trie;
    }

    /** The character that leads to each state. */
    char[] labels() {
        return Arrays.copyOf(labels, states);
    }

    /** Where the children of each state begin; those of the next one begin where they end. */
    int[] firstChildren() {
        return Arrays.copyOf(firstChildren, states + 1);
    }

    /** The phrase that ends in each state, or -1. */
    int[] phrases() {
        return Arrays.copyOf(phrases, states);
    }

    /** How long each phrase is. */
    int[] lengths() {
        return sorted.stream().mapToInt(String::length).toArray();
    }

    private void addChildren(int state) {
        int at = depth[state];
        int phrase = low[state];
        if (phrase < high[state] && sorted.get(phrase).length() == at) {
            phrases[state] = phrase++;
        }
        while (phrase < high[state]) {
            char c = sorted.get(phrase).charAt(at);
            int child = states++;
            labels[child] = c;
            low[child] = phrase;
            depth[child] = at + 1;
            while (phrase < high[state] && sorted.get(phrase).charAt(at) == c) {
                phrase++;
            }
            high[child] = phrase;
        }
    }
}
