package com.nexusai.aggregator.measure;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A sum of decimals, exact to nine places: a long while it fits, as it nearly always does, and a big integer beyond. */
final class ExactSum {
    static final int PLACES = 9;

    private long units;
    private @Nullable BigInteger large;

    /** @param more in units of 10⁻⁹ */
    void plus(long more) {
        if (large == null) {
            long sum = units + more;
            if (((units ^ sum) & (more ^ sum)) >= 0) {
                units = sum;
                return;
            }
        }
        plus(BigInteger.valueOf(more));
    }

    void plus(BigInteger more) {
        var sum = total().add(more);
        if (sum.bitLength() < Long.SIZE) {
            units = sum.longValue();
            large = null;
        } else {
            large = sum;
        }
    }

    void plus(ExactSum other) {
        if (other.large == null) {
            plus(other.units);
        } else {
            plus(other.large);
        }
    }

    BigDecimal decimal() {
        return decimal(total());
    }

    static BigDecimal decimal(BigInteger units) {
        var value = new BigDecimal(units, PLACES).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    void writeTo(ByteWriter out) {
        if (large == null) {
            out.octet(0).signed(units);
        } else {
            out.octet(1).block(large.toByteArray());
        }
    }

    static ExactSum readFrom(ByteReader in) {
        var sum = new ExactSum();
        if (in.octet() == 0) {
            sum.units = in.signed();
        } else {
            sum.large = new BigInteger(in.block());
        }
        return sum;
    }

    private BigInteger total() {
        return large == null ? BigInteger.valueOf(units) : large;
    }
}
