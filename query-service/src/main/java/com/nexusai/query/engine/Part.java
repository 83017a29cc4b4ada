package com.nexusai.query.engine;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricAnswer;

/** The answer about one metric, and how far it can be trusted. */
record Part(MetricAnswer answer, Meta meta) {}
