package com.nexusai.benchmarks.aggregator.reference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What the references keep of a user. In bytes it is as small as one would make it by hand. */
public final class UserTotals {
    public long first = Long.MAX_VALUE;
    public long last = Long.MIN_VALUE;
    public Map<String, Long> types = new HashMap<>();

    public UserTotals() {}

    public UserTotals plus(SlimEvent event) {
        first = Math.min(first, event.timestamp);
        last = Math.max(last, event.timestamp);
        types.merge(event.type, 1L, Long::sum);
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(32 + 24 * types.size());
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(first);
            out.writeLong(last);
            out.writeByte(types.size());
            for (var type : types.entrySet()) {
                out.writeUTF(type.getKey());
                out.writeLong(type.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static UserTotals of(byte[] bytes) {
        var totals = new UserTotals();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            totals.first = in.readLong();
            totals.last = in.readLong();
            for (int rest = in.readByte(); rest > 0; rest--) {
                totals.types.put(in.readUTF(), in.readLong());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return totals;
    }
}
