package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.FieldPath.Root;

/** Where in an event the slots of a plan are found. Never changed, so all threads share it. */
public final class FieldLayout {
    final int size;
    final Root[] envelope;
    final int[] envelopeSlots;
    final PathTree properties;
    final int propertySlots;
    final PathTree context;
    final int contextSlots;
    final int nodes;

    FieldLayout(
            int size,
            Root[] envelope,
            int[] envelopeSlots,
            PathTree properties,
            int propertySlots,
            PathTree context,
            int contextSlots,
            int nodes) {
        this.size = size;
        this.envelope = envelope;
        this.envelopeSlots = envelopeSlots;
        this.properties = properties;
        this.propertySlots = propertySlots;
        this.context = context;
        this.contextSlots = contextSlots;
        this.nodes = nodes;
    }
}
