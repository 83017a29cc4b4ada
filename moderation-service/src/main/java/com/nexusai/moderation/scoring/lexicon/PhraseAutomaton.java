package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.scoring.text.Words;
import java.util.List;
import java.util.SortedSet;

/**
 * Finds any number of phrases in one pass (Aho and Corasick, 1975). States are numbered breadth first, so the children
 * of a state lie side by side, sorted; 50,000 phrases take a few megabytes, and a text costs the same as with a hundred.
 */
final class PhraseAutomaton {
    /** Told of each phrase that is met: its number in sorted order, and its last character's place. */
    @FunctionalInterface
    interface Met {
        void met(int phrase, int first, int last);
    }

    private static final int NONE = -1;

    private final char[] label;
    private final int[] firstChild;
    private final int[] fallback;
    private final int[] phrase;
    /** The longest of a state and its fallbacks in which a phrase ends; the root if there is none. */
    private final int[] ending;

    private final int[] length;

    private PhraseAutomaton(PhraseTrie trie) {
        label = trie.labels();
        firstChild = trie.firstChildren();
        phrase = trie.phrases();
        length = trie.lengths();
        fallback = new int[label.length];
        ending = new int[label.length];
        link();
    }

    static PhraseAutomaton of(SortedSet<String> phrases) {
        return new PhraseAutomaton(PhraseTrie.of(List.copyOf(phrases)));
    }

    void find(Words words, Met met) {
        int state = 0;
        for (int at = 0; at < words.length(); at++) {
            state = next(state, words.charAt(at));
            for (int s = ending[state]; s != 0; s = ending[fallback[s]]) {
                met.met(phrase[s], at - length[phrase[s]] + 1, at);
            }
        }
    }

    private void link() {
        for (int parent = 0; parent < label.length; parent++) {
            for (int state = firstChild[parent]; state < firstChild[parent + 1]; state++) {
                int back = parent == 0 ? 0 : next(fallback[parent], label[state]);
                fallback[state] = back;
                ending[state] = phrase[state] == NONE ? ending[back] : state;
            }
        }
    }

    private int next(int from, char c) {
        int state = from;
        int child = child(state, c);
        while (child == 0 && state != 0) {
            state = fallback[state];
            child = child(state, c);
        }
        return child;
    }

    /** The root, which is nobody's child, if there is none. */
    private int child(int state, char c) {
        int low = firstChild[state];
        int high = firstChild[state + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            char found = label[middle];
            if (found == c) {
                return middle;
            }
            if (found < c) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }
}
