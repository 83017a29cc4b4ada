package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.Operator;

/** Compares with true or false. */
record BoolTest(int slot, Operator operator, boolean value) implements Condition {
    @Override
    public boolean matches(EventFields fields) {
        boolean equal = fields.isBool(slot, value);
        return operator == Operator.EQUAL ? equal : fields.exists(slot) && !equal;
    }
}
