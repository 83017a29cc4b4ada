package com.nexusai.aggregator.sink.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.Optional;
import java.util.Set;

/** Why an insert failed: for what the rows hold, or since the server cannot take any rows now. */
final class Refusal {
    // codes of ClickHouse's ErrorCodes.cpp that speak of values
    private static final Set<Integer> CONTENT = Set.of(
            6, // CANNOT_PARSE_TEXT
            26, // CANNOT_PARSE_QUOTED_STRING
            27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
            33, // CANNOT_READ_ALL_DATA
            36, // BAD_ARGUMENTS
            38, // CANNOT_PARSE_DATE
            41, // CANNOT_PARSE_DATETIME
            43, // ILLEGAL_TYPE_OF_ARGUMENT
            53, // TYPE_MISMATCH
            69, // ARGUMENT_OUT_OF_BOUND
            70, // CANNOT_CONVERT_TYPE
            72, // CANNOT_PARSE_NUMBER
            117, // INCORRECT_DATA
            128, // TOO_LARGE_ARRAY_SIZE
            131, // TOO_LARGE_STRING_SIZE
            321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
            349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
            407, // DECIMAL_OVERFLOW
            469, // VIOLATED_CONSTRAINT
            395); // FUNCTION_THROW_IF_VALUE_IS_NON_ZERO

    private Refusal() {}

    /** @return the server's words, if it is the content that it refuses */
    static Optional<String> ofContent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException refusal) {
                return CONTENT.contains(refusal.getCode())
                        ? Optional.of(String.valueOf(refusal.getMessage()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
