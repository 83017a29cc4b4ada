/**
 * The metrics that are alive, and what one event contributes to them.
 *
 * <pre>
 * var fields = new EventFields();                          // one a thread, used again for every event
 * Plan plan = catalogue.planFor(tenantId, type);           // cached; a tenant's metrics are swapped as a whole
 * plan.apply(event, fields, contributions);                // calls back for every metric that the event counts in
 * catalogue.decisionPlan().apply(decision, fields, contributions);
 * </pre>
 *
 * <p>A contribution names its metric and the text of its dimensions, which is {@code *} where the metric has none. The
 * caller adds the total ({@link LiveMetric#total()}) and keeps to {@link LiveMetric#maxDimensionValues()}.
 */
@NullMarked
package com.nexusai.aggregator.domain.metric;

import org.jspecify.annotations.NullMarked;
