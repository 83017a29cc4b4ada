package com.nexusai.moderation.scoring;

import com.nexusai.schema.moderation.Reason;
import java.util.function.Consumer;

/** Looks for one kind of fault. Cost is linear in the text, and each rule speaks once, however often it is met. */
@FunctionalInterface
interface Detector {
    void inspect(Reading reading, Consumer<Reason> found);
}
