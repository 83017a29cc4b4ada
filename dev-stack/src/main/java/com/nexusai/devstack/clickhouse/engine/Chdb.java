package com.nexusai.devstack.clickhouse.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The C functions of libchdb that we call, one field each, named as in chdb.h. All unsafe access is in here. */
@SuppressWarnings("restricted")
final class Chdb {
    private static final MemoryLayout[] QUERY_WITH_PARAMS = {
        ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG
    };

    private final SymbolLookup symbols;

    final MethodHandle connect;
    final MethodHandle closeConn;
    final MethodHandle queryWithParams;
    final MethodHandle streamQueryWithParams;
    final MethodHandle streamFetch;
    final MethodHandle streamCancel;
    final MethodHandle streamInsertWithParams;
    final MethodHandle streamAppend;
    final MethodHandle streamDone;
    final MethodHandle streamInsertError;
    final MethodHandle destroyInsertStream;
    final MethodHandle destroyResult;
    final MethodHandle resultBuffer;
    final MethodHandle resultLength;
    final MethodHandle resultError;
    final MethodHandle resultRowsRead;
    final MethodHandle resultStorageRowsRead;
    final MethodHandle resultStorageBytesRead;
    final MethodHandle resultRowsWritten;
    final MethodHandle resultBytesWritten;

    Chdb(Path library) {
        symbols = SymbolLookup.libraryLookup(library, Arena.global());
        connect = function("chdb_connect", ADDRESS, JAVA_INT, ADDRESS);
        closeConn = procedure("chdb_close_conn", ADDRESS);
        queryWithParams = function("chdb_query_with_params_n", ADDRESS, QUERY_WITH_PARAMS);
        streamQueryWithParams = function("chdb_stream_query_with_params_n", ADDRESS, QUERY_WITH_PARAMS);
        streamFetch = function("chdb_stream_fetch_result", ADDRESS, ADDRESS, ADDRESS);
        streamCancel = procedure("chdb_stream_cancel_query", ADDRESS, ADDRESS);
        streamInsertWithParams = function("chdb_stream_insert_with_params_n", ADDRESS, QUERY_WITH_PARAMS);
        streamAppend = function("chdb_stream_append", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
        streamDone = function("chdb_stream_done", ADDRESS, ADDRESS);
        streamInsertError = function("chdb_stream_insert_error", ADDRESS, ADDRESS);
        destroyInsertStream = procedure("chdb_destroy_insert_stream", ADDRESS);
        destroyResult = procedure("chdb_destroy_query_result", ADDRESS);
        resultBuffer = function("chdb_result_buffer", ADDRESS, ADDRESS);
        resultLength = function("chdb_result_length", JAVA_LONG, ADDRESS);
        resultError = function("chdb_result_error", ADDRESS, ADDRESS);
        resultRowsRead = function("chdb_result_rows_read", JAVA_LONG, ADDRESS);
        resultStorageRowsRead = function("chdb_result_storage_rows_read", JAVA_LONG, ADDRESS);
        resultStorageBytesRead = function("chdb_result_storage_bytes_read", JAVA_LONG, ADDRESS);
        resultRowsWritten = function("chdb_result_rows_written", JAVA_LONG, ADDRESS);
        resultBytesWritten = function("chdb_result_bytes_written", JAVA_LONG, ADDRESS);
        // The JVM owns the signals: its own SIGSEGV handling would be lost otherwise.
        NativeCall.run(
                () -> procedure("chdb_set_signal_handlers_enabled", JAVA_INT).invoke(0));
    }

    MemorySegment address(MethodHandle handle, MemorySegment of) {
        return NativeCall.get(() -> (MemorySegment) handle.invoke(of));
    }

    long number(MethodHandle handle, MemorySegment of) {
        return NativeCall.get(() -> (long) handle.invoke(of));
    }

    /** A connection is passed by value: what {@code chdb_connect} returns points to it. */
    static MemorySegment dereference(MemorySegment pointer) {
        return pointer.reinterpret(ValueLayout.ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    static MemorySegment bytes(MemorySegment pointer, long length) {
        return pointer.reinterpret(length);
    }

    static @Nullable String text(MemorySegment pointer) {
        return pointer.address() == 0
                ? null
                : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments));
    }

    private MethodHandle procedure(String name, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.ofVoid(arguments));
    }

    private MethodHandle handle(String name, FunctionDescriptor descriptor) {
        MemorySegment symbol = symbols.find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The ClickHouse library has no function " + name + ": it is another version than expected"));
        return Linker.nativeLinker().downcallHandle(symbol, descriptor);
    }
}
