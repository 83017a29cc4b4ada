package com.nexusai.moderation.scoring.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What a code point looks like to a reader: compatibility forms, case, accents and look-alikes of other alphabets are
 * folded away, and what cannot be seen becomes nothing.
 *
 * <p>Each code point is folded by itself. Since marks are dropped, its neighbours have no say; so every folded character
 * knows the one place that it came from, and the cost of a text is linear however it is composed.
 */
final class Folding {
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
    private static final AtomicReferenceArray<@Nullable String> KNOWN = new AtomicReferenceArray<>(1 << Character.SIZE);

    private Folding() {}

    static String fold(int codePoint) {
        if (codePoint >= KNOWN.length()) {
            return compute(codePoint);
        }
        var known = KNOWN.get(codePoint);
        if (known == null) {
            known = compute(codePoint);
            KNOWN.set(codePoint, known);
        }
        return known;
    }

    private static String compute(int codePoint) {
        if (codePoint < 0x80) {
            return Character.toString(Character.toLowerCase(codePoint));
        }
        var plain = new StringBuilder();
        DECOMPOSED
                .normalize(COMPATIBLE.normalize(Character.toString(PictureLetters.plain(codePoint))))
                .codePoints()
                .filter(Folding::visible)
                .forEach(c -> plain.append(letter(c)));
        return plain.toString();
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> false;
            default -> codePoint != ArabicLetters.STRETCH;
        };
    }

    private static String letter(int codePoint) {
        if (codePoint < 0x80 || !Character.isLetterOrDigit(codePoint)) {
            return Character.toString(codePoint);
        }
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            return Integer.toString(digit);
        }
        if (UScript.getScript(codePoint) == UScript.ARABIC) {
            // an alef would pass for an l, and no Arabic word would stay one
            return Character.toString(ArabicLetters.plain(codePoint));
        }
        return latin(codePoint);
    }

    /** The Latin letter that this one passes for, in lower or, failing that, in upper case; else the letter itself. */
    private static String latin(int codePoint) {
        var lower = skeleton(codePoint);
        if (isLatin(lower)) {
            return lower;
        }
        var upper = skeleton(UCharacter.toUpperCase(codePoint));
        return isLatin(upper) ? upper : Character.toString(codePoint);
    }

    private static String skeleton(int codePoint) {
        var skeleton = new StringBuilder();
        UCharacter.foldCase(LOOK_ALIKES.getSkeleton(Character.toString(codePoint)), true)
                .codePoints()
                .filter(Folding::visible)
                .forEach(skeleton::appendCodePoint);
        // in the table of look-alikes an m is an r and an n
        return "rn".contentEquals(skeleton) ? "m" : skeleton.toString();
    }

    private static boolean isLatin(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }
}
