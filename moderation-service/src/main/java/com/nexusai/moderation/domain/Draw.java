package com.nexusai.moderation.domain;

/** Chance that comes out the same when the same is drawn again. */
public final class Draw {
    private static final double ALL = Math.scalb(1.0, 32);

    private Draw() {}

    /** Of all that could be drawn, about so many percent hit. */
    public static boolean hits(double percent, String... what) {
        return Long.parseLong(StableId.of(what).substring(0, 8), 16) / ALL * 100 < percent;
    }
}
