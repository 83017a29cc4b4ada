package com.nexusai.devstack.clickhouse.engine;

/** What a statement has read, written and returned so far. */
public record Progress(
        long readRows, long readBytes, long writtenRows, long writtenBytes, long resultRows, long resultBytes) {
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

    public Progress plus(Progress more) {
        return new Progress(
                readRows + more.readRows,
                readBytes + more.readBytes,
                writtenRows + more.writtenRows,
                writtenBytes + more.writtenBytes,
                resultRows + more.resultRows,
                resultBytes + more.resultBytes);
    }
}
