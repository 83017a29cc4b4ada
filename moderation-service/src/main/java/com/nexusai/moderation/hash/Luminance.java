package com.nexusai.moderation.hash;

import java.awt.image.BufferedImage;

/** How bright each point of a picture is, and the same picture blurred and made small. */
final class Luminance {
    /** One pass of the blur covers half of what becomes one point; two passes make a tent of it. */
    private static final int WINDOWS = 128;

    private static final int PASSES = 2;

    private final int rows;
    private final int columns;
    private float[] points;

    private Luminance(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.points = new float[rows * columns];
    }

    static Luminance of(BufferedImage image) {
        var luminance = new Luminance(image.getHeight(), image.getWidth());
        for (int row = 0; row < luminance.rows; row++) {
            for (int column = 0; column < luminance.columns; column++) {
                int rgb = image.getRGB(column, row);
                luminance.points[row * luminance.columns + column] =
                        0.299f * ((rgb >> 16) & 0xff) + 0.587f * ((rgb >> 8) & 0xff) + 0.114f * (rgb & 0xff);
            }
        }
        return luminance;
    }

    /** Of {@code size} by {@code size} points. */
    float[][] small(int size) {
        blur();
        var small = new float[size][size];
        for (int row = 0; row < size; row++) {
            int from = (int) ((row + 0.5) * rows / size);
            for (int column = 0; column < size; column++) {
                small[row][column] = points[from * columns + (int) ((column + 0.5) * columns / size)];
            }
        }
        return small;
    }

    private void blur() {
        var other = new float[points.length];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int row = 0; row < rows; row++) {
                box(points, other, row * columns, columns, 1, window(columns));
            }
            for (int column = 0; column < columns; column++) {
                box(other, points, column, rows, columns, window(rows));
            }
        }
    }

    private static int window(int length) {
        return (length + WINDOWS - 1) / WINDOWS;
    }

    /** Each point becomes the mean of those around it; at the edges, of those that are there. */
    private static void box(float[] from, float[] to, int start, int length, int stride, int window) {
        int half = (window + 2) / 2;
        int after = Math.min(half, length);
        float sum = 0;
        int count = 0;
        for (int i = 0; i < after - 1; i++) {
            sum += from[start + i * stride];
            count++;
        }
        for (int at = 0; at < length; at++) {
            int enters = at + half - 1;
            if (enters < length) {
                sum += from[start + enters * stride];
                count++;
            }
            int leaves = at + half - 1 - window;
            if (leaves >= 0) {
                sum -= from[start + leaves * stride];
                count--;
            }
            to[start + at * stride] = sum / count;
        }
    }
}
