package com.nexusai.aggregator.domain.filter;

import static java.util.Objects.requireNonNull;

import com.nexusai.schema.filter.Literal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a value is one of a list. */
final class ListTest implements Condition {
    private final int slot;
    private final boolean negated;
    private final Set<String> texts = new HashSet<>();
    private final Set<BigInteger> largeNumbers = new HashSet<>();
    private final long[] numbers;
    private final boolean hasTrue;
    private final boolean hasFalse;

    private ListTest(int slot, boolean negated, List<Literal> values) {
        this.slot = slot;
        this.negated = negated;
        this.hasTrue = values.contains(new Literal.Bool(true));
        this.hasFalse = values.contains(new Literal.Bool(false));
        var units = new HashSet<BigInteger>();
        for (var value : values) {
            if (value instanceof Literal.Text text) {
                texts.add(text.value());
            } else if (value instanceof Literal.Decimal number) {
                units.add(requireNonNull(Units.of(number.value()), "the parser keeps numbers in bounds"));
            }
        }
        this.numbers = units.stream()
                .filter(number -> number.bitLength() < Long.SIZE)
                .mapToLong(BigInteger::longValue)
                .sorted()
                .toArray();
        units.stream().filter(number -> number.bitLength() >= Long.SIZE).forEach(largeNumbers::add);
    }

    static ListTest of(int slot, boolean negated, List<Literal> values) {
        return new ListTest(slot, negated, values);
    }

    @Override
    public boolean matches(EventFields fields) {
        return negated ? fields.exists(slot) && !listed(fields) : listed(fields);
    }

    private boolean listed(EventFields fields) {
        return isListedText(fields)
                || isListedNumber(fields)
                || (hasTrue && fields.isBool(slot, true))
                || (hasFalse && fields.isBool(slot, false));
    }

    private boolean isListedText(EventFields fields) {
        if (texts.isEmpty() || !fields.isText(slot)) {
            return false;
        }
        var text = fields.text(slot);
        return text != null && texts.contains(text);
    }

    private boolean isListedNumber(EventFields fields) {
        if ((numbers.length == 0 && largeNumbers.isEmpty()) || !fields.isNumber(slot)) {
            return false;
        }
        var large = fields.largeUnits(slot);
        return large != null ? largeNumbers.contains(large) : Arrays.binarySearch(numbers, fields.units(slot)) >= 0;
    }
}
