package com.nexusai.moderation.scoring.personal;

import com.nexusai.schema.moderation.Reason.Span;
import java.util.List;

/**
 * A number as people write it.
 *
 * @param digits without what stands between them
 * @param groups how many digits stand together, group by group
 * @param plus whether it begins with a plus sign
 */
record WrittenNumber(String digits, List<Integer> groups, boolean plus, Span span) {
    private static final List<Integer> NORTH_AMERICAN = List.of(3, 3, 4);

    WrittenNumber {
        groups = List.copyOf(groups);
    }

    /** 13 to 19 digits of which the last proves the others. */
    boolean isCard() {
        return !plus && digits.length() >= 13 && digits.length() <= 19 && !zero() && luhn();
    }

    /** International, national with its leading zero, or grouped as in a country that has none. */
    boolean isPhone() {
        int length = digits.length();
        if (plus || digits.startsWith("00")) {
            return length >= 8 && length <= 15 && !zero();
        }
        boolean national = digits.startsWith("0") && length >= 9 && length <= 12 && !date();
        return national || groups.equals(NORTH_AMERICAN) || iberian() || brazilian();
    }

    private boolean date() {
        return groups.size() >= 3 && groups.get(0) <= 2 && groups.get(1) <= 2 && groups.get(2) == 4;
    }

    private boolean iberian() {
        return (groups.equals(List.of(3, 3, 3)) || groups.equals(List.of(3, 2, 2, 2))) && digits.charAt(0) >= '6';
    }

    private boolean brazilian() {
        return groups.equals(List.of(2, 5, 4)) && digits.charAt(2) == '9';
    }

    private boolean zero() {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    private boolean luhn() {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
