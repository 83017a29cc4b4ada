package com.nexusai.aggregator.domain.filter;

import static java.util.Objects.requireNonNull;

import com.nexusai.schema.filter.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Compares a number with a number, exactly. */
final class NumberTest implements Condition {
    private final int slot;
    private final Operator operator;
    private final BigInteger exact;
    private final boolean small;
    private final long units;

    private NumberTest(int slot, Operator operator, BigInteger exact) {
        this.slot = slot;
        this.operator = operator;
        this.exact = exact;
        this.small = exact.bitLength() < Long.SIZE;
        this.units = exact.longValue();
    }

    static NumberTest of(int slot, Operator operator, BigDecimal value) {
        return new NumberTest(slot, operator, requireNonNull(Units.of(value), "the parser keeps numbers in bounds"));
    }

    @Override
    public boolean matches(EventFields fields) {
        if (!fields.isNumber(slot)) {
            return operator == Operator.NOT_EQUAL && fields.exists(slot);
        }
        var large = fields.largeUnits(slot);
        if (small && large == null) {
            return operator.holds(Long.compare(fields.units(slot), units));
        }
        var value = large != null ? large : BigInteger.valueOf(fields.units(slot));
        return operator.holds(value.compareTo(exact));
    }
}
