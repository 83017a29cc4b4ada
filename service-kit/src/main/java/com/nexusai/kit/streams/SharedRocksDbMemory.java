package com.nexusai.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write buffer budget for all RocksDB stores of the process. By default each store, partition
 * and segment takes some hundred megabytes of its own, so that memory grows with partitions until the host kills us.
 */
public final class SharedRocksDbMemory implements RocksDBConfigSetter {
    static final String TOTAL_BYTES = "fleet.rocksdb.bytes";

    private static final double INDEX_AND_FILTER_SHARE = 0.1;
    private static final long BLOCK_BYTES = 16 * 1024;
    private static final long MEMTABLE_BYTES = 8L << 20;
    private static final long MANIFEST_BYTES = 64 * 1024;

    // Never closed: stores come and go with rebalances, the process's budget stays.
    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager writeBuffers;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var total = configs.get(TOTAL_BYTES) instanceof Number bytes ? bytes.longValue() : 128L << 20;
        var table = options.tableFormatConfig() instanceof BlockBasedTableConfig existing
                ? existing
                : new BlockBasedTableConfig();
        share(options, table, total);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setBlockSize(BLOCK_BYTES);
        options.setTableFormatConfig(table);
        options.setMaxWriteBufferNumber(2);
        options.setWriteBufferSize(MEMTABLE_BYTES);
        // RocksDB reserves 4 MB a store for its manifest; ours stay small, and there is one per partition and store
        options.setManifestPreallocationSize(MANIFEST_BYTES);
    }

    /** The options of a store are closed by Streams; the cache is everyone's. */
    @Override
    public void close(String store, Options options) {}

    private static synchronized void share(Options options, BlockBasedTableConfig table, long total) {
        if (cache == null || writeBuffers == null) {
            RocksDB.loadLibrary();
            cache = new LRUCache(total, -1, false, INDEX_AND_FILTER_SHARE);
            writeBuffers = new WriteBufferManager(total / 2, cache);
        }
        table.setBlockCache(cache);
        options.setWriteBufferManager(writeBuffers);
    }
}
