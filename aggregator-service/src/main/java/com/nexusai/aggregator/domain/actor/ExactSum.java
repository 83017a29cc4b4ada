package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A sum of decimals, in units of 10^-9: a long for as long as it fits. */
final class ExactSum {
    private static final int DECIMALS = 9;

    private long units;
    // what did not fit; almost always zero
    private BigInteger rest = BigInteger.ZERO;

    void add(long more) {
        long sum = units + more;
        if (((units ^ sum) & (more ^ sum)) < 0) {
            rest = rest.add(BigInteger.valueOf(units));
            units = more;
        } else {
            units = sum;
        }
    }

    void add(BigInteger more) {
        rest = rest.add(more);
    }

    BigDecimal toBigDecimal() {
        var sum = new BigDecimal(rest.add(BigInteger.valueOf(units)), DECIMALS).stripTrailingZeros();
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }

    void writeTo(ByteWriter writer) {
        writer.signed(units);
        writer.block(rest.signum() == 0 ? new byte[0] : rest.toByteArray());
    }

    static ExactSum readFrom(ByteReader reader) {
        var sum = new ExactSum();
        sum.units = reader.signed();
        var rest = reader.block();
        sum.rest = rest.length == 0 ? BigInteger.ZERO : new BigInteger(rest);
        return sum;
    }
}
