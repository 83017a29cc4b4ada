package com.nexusai.moderation.processor;

/** A record on the command topic that can never be obeyed, however often it is tried. */
public final class PoisonCommand extends RuntimeException {
    PoisonCommand(String problem) {
        super(problem);
    }
}
