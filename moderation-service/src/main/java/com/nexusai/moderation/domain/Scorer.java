package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ContentKind;

/** Says how acceptable content is. The same content always gets the same score. Never throws on any text. */
@FunctionalInterface
public interface Scorer {
    Score score(ContentKind kind, String text);
}
