package com.nexusai.moderation.hash;

import com.nexusai.moderation.domain.PictureHash;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * PDQ, the perceptual hash for pictures that platforms exchange lists in. The picture is blurred and made small, the
 * lowest 16 by 16 frequencies but the constant ones are taken, and each bit says whether one is above their median.
 */
public final class Pdq {
    private static final int SMALL = 64;
    private static final int FREQUENCIES = 16;
    private static final float[][] COSINES = cosines();

    private Pdq() {}

    /** @param quality 0 to 100; below 50 there is too little to see for the hash to mean anything */
    public record Result(PictureHash hash, int quality) {}

    public static Result of(BufferedImage image) {
        var small = Luminance.of(image).small(SMALL);
        return new Result(hash(frequencies(small)), quality(small));
    }

    /** The discrete cosine transform, as far as it is needed. */
    private static float[][] frequencies(float[][] small) {
        var half = new float[FREQUENCIES][SMALL];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SMALL; j++) {
                float sum = 0;
                for (int k = 0; k < SMALL; k++) {
                    sum += COSINES[i][k] * small[k][j];
                }
                half[i][j] = sum;
            }
        }
        var all = new float[FREQUENCIES][FREQUENCIES];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < FREQUENCIES; j++) {
                float sum = 0;
                for (int k = 0; k < SMALL; k++) {
                    sum += half[i][k] * COSINES[j][k];
                }
                all[i][j] = sum;
            }
        }
        return all;
    }

    private static PictureHash hash(float[][] frequencies) {
        var sorted = new float[FREQUENCIES * FREQUENCIES];
        for (int i = 0; i < FREQUENCIES; i++) {
            System.arraycopy(frequencies[i], 0, sorted, i * FREQUENCIES, FREQUENCIES);
        }
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2 - 1];
        var words = new long[4];
        for (int bit = 0; bit < sorted.length; bit++) {
            if (frequencies[bit / FREQUENCIES][bit % FREQUENCIES] > median) {
                words[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
            }
        }
        return new PictureHash(words[0], words[1], words[2], words[3]);
    }

    /** How much changes from point to point; small changes do not count. */
    private static int quality(float[][] small) {
        int sum = 0;
        for (int i = 0; i < SMALL; i++) {
            for (int j = 0; j < SMALL - 1; j++) {
                sum += Math.abs((int) ((small[i][j] - small[i][j + 1]) * 100 / 255));
                sum += Math.abs((int) ((small[j][i] - small[j + 1][i]) * 100 / 255));
            }
        }
        return Math.min(100, sum / 90);
    }

    private static float[][] cosines() {
        var cosines = new float[FREQUENCIES][SMALL];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SMALL; j++) {
                cosines[i][j] =
                        (float) (Math.sqrt(2.0 / SMALL) * Math.cos(Math.PI / 2 / SMALL * (i + 1) * (2 * j + 1)));
            }
        }
        return cosines;
    }
}
