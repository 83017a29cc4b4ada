package com.nexusai.moderation.scoring.text;

import com.nexusai.schema.moderation.Reason;
import java.util.function.Consumer;

/** Looks for one kind of fault. Cost is linear in the text, and each rule speaks once, however often it is met. */
@FunctionalInterface
public interface Detector {
    void inspect(Reading reading, Consumer<Reason> found);
}
