package com.nexusai.query.domain;

/**
 * One dimension of a breakdown.
 *
 * @param share of the breakdown's total, from 0 to 1
 */
public record Share(String type, long count, double share) {
    static Share of(String type, long count, long total) {
        return new Share(type, count, total == 0 ? 0 : (double) count / total);
    }
}
