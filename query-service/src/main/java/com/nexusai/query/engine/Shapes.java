package com.nexusai.query.engine;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.definition.Definitions;
import com.nexusai.query.domain.MetricShape;
import com.nexusai.query.domain.MetricShapes;
import java.util.ArrayList;
import java.util.List;

/** Every metric that a tenant may ask for: the built-in ones, and its own. */
public final class Shapes {
    private final Definitions definitions;

    public Shapes(Definitions definitions) {
        this.definitions = definitions;
    }

    /** @throws Problem 404 if there is no such metric */
    public MetricShape of(String tenantId, String metric) {
        return MetricShapes.builtIn(metric)
                .or(() -> definitions.find(tenantId, metric).map(MetricShapes::of))
                .orElseThrow(() -> Problem.notFound("There is no metric '" + metric + "'."));
    }

    public List<MetricShape> all(String tenantId) {
        var all = new ArrayList<>(MetricShapes.ofEveryTenant());
        definitions.of(tenantId).stream().map(MetricShapes::of).forEach(all::add);
        return all;
    }
}
