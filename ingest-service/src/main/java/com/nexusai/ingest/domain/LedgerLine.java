package com.nexusai.ingest.domain;

/** The lines of the ledger. Once everything has come to rest, {@code in = validated + rejected + duplicates}. */
public enum LedgerLine {
    IN,
    VALIDATED,
    REJECTED,
    DUPLICATES;

    /** As it stands in the store and in meters: {@code duplicates}. */
    public String word() {
        return switch (this) {
            case IN -> "in";
            case VALIDATED -> "validated";
            case REJECTED -> "rejected";
            case DUPLICATES -> "duplicates";
        };
    }
}
