package com.nexusai.moderation.domain;

/**
 * What each signal takes from the confidence, 0 to 1. The words of the lexicon bring their own.
 *
 * @param unreadable content that cannot be read as it should be, of which nothing more is known
 */
public record SignalWeights(
        double email,
        double phone,
        double card,
        double iban,
        double manyLinks,
        double shouting,
        double repetition,
        double flooding,
        double unreadable) {

    static final SignalWeights LOCAL_2 = new SignalWeights(0.25, 0.25, 0.5, 0.4, 0.35, 0.1, 0.3, 0.3, 0.5);
}
