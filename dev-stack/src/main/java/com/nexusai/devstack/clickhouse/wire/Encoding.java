package com.nexusai.devstack.clickhouse.wire;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** The HTTP content codings that ClickHouse's clients use. */
public enum Encoding {
    LZ4,
    ZSTD,
    GZIP,
    DEFLATE;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Encoding> named(String token) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.token().equals(token.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The first coding of an Accept-Encoding header that we speak. */
    public static Optional<Encoding> accepted(String header) {
        return Arrays.stream(header.split(","))
                .map(part -> part.split(";", 2)[0])
                .flatMap(token -> named(token).stream())
                .findFirst();
    }

    public InputStream decode(InputStream in) throws IOException {
        return switch (this) {
            case LZ4 -> new LZ4FrameInputStream(in);
            case ZSTD -> new ZstdInputStream(in);
            case GZIP -> new GZIPInputStream(in);
            case DEFLATE -> new InflaterInputStream(in);
        };
    }

    public OutputStream encode(OutputStream out) throws IOException {
        return switch (this) {
            case LZ4 -> new LZ4FrameOutputStream(out, LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB);
            case ZSTD -> new ZstdOutputStream(out);
            case GZIP -> new GZIPOutputStream(out);
            case DEFLATE -> new DeflaterOutputStream(out);
        };
    }
}
