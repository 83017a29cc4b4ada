package com.nexusai.systemtests.metrics.traffic;

import java.util.List;

/** Numbers as JSON, as producers write them: mostly plain, some at the edges of what is exact, some none at all. */
final class Numbers {
    private static final List<String> NONE = List.of(
            "\"free\"",
            "\"\"",
            "\"12,5\"",
            "\"1e3\"",
            "\"NaN\"",
            "\"0x10\"",
            "\"1 000\"",
            "null",
            "true",
            "{}",
            "[1]",
            "{\"amount\":3,\"tokens\":3}",
            "1000000000000000000",
            "-1e18",
            "\"1000000000000000000.5\"",
            "123456789012345678901234567890");

    private Numbers() {}

    static String tokens(Dice dice) {
        int kind = dice.below(100);
        if (kind < 85) {
            return Integer.toString(dice.below(4000));
        }
        return kind < 95 ? "\"" + dice.below(4000) + "\"" : amount(dice);
    }

    static String amount(Dice dice) {
        int kind = dice.below(1000);
        if (kind < 400) {
            return dice.below(1000) + "." + dice.digits(2);
        }
        if (kind < 600) {
            return "\"" + dice.below(1000) + "." + dice.digits(2) + "\"";
        }
        if (kind < 700) {
            return Integer.toString(dice.below(100_000));
        }
        if (kind < 900) {
            return perhapsAsText(fine(dice, 1 + dice.below(9)), dice);
        }
        if (kind < 930) {
            // more places than are kept; a half at the last of them is rounded to the even side
            return perhapsAsText(fine(dice, 9) + dice.pick(List.of("5", "50", "4999", "5001", "999")), dice);
        }
        if (kind < 950) {
            return perhapsAsText("-" + fine(dice, 2), dice);
        }
        if (kind < 960) {
            return dice.pick(List.of("1.5e3", "25E-2", "-0", "0.0", "0", "1e17", "1E+2", "0.000000001"));
        }
        if (kind < 970) {
            return perhapsAsText((1 + dice.below(9)) + dice.digits(17) + "." + dice.digits(9), dice);
        }
        return dice.pick(NONE);
    }

    private static String fine(Dice dice, int places) {
        return dice.below(10_000) + "." + dice.digits(places);
    }

    private static String perhapsAsText(String number, Dice dice) {
        return dice.chance(40) ? "\"" + number + "\"" : number;
    }
}
