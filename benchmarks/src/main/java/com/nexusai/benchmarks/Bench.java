package com.nexusai.benchmarks;

import java.io.PrintStream;

/** A benchmark and its reference, measured in the same run, since figures of different machines or days say nothing. */
public interface Bench {
    String name();

    /** One line for the list: what is measured against what. */
    String question();

    /** Measures, and prints the figures and their ratio. */
    void run(PrintStream out) throws Exception;
}
