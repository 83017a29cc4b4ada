package com.nexusai.query.promql;

import com.nexusai.query.domain.Question;
import com.nexusai.query.engine.Answer;

/** Who answers generic questions, for the caller at hand. */
@FunctionalInterface
public interface Asking {
    Answer answer(Question question);
}
