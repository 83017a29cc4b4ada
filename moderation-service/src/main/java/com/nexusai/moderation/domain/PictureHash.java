package com.nexusai.moderation.domain;

/** A perceptual hash of 256 bits: pictures that look alike differ in few of them. The last bit is written first. */
public record PictureHash(long first, long second, long third, long fourth) {
    private static final int DIGITS = 64;
    private static final int WORD = 16;

    /** @throws IllegalArgumentException for what is not 64 hexadecimal digits */
    public static PictureHash of(String hex) {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException("not 64 hexadecimal digits");
        }
        return new PictureHash(word(hex, 3), word(hex, 2), word(hex, 1), word(hex, 0));
    }

    /** In how many bits they differ. */
    public int distance(PictureHash other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    public String hex() {
        return "%016x%016x%016x%016x".formatted(fourth, third, second, first);
    }

    private static long word(String hex, int at) {
        return Long.parseUnsignedLong(hex, at * WORD, (at + 1) * WORD, 16);
    }
}
