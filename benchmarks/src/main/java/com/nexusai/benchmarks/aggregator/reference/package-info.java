/** What both references share: how they read an event, and what they keep of a user. */
@NullMarked
package com.nexusai.benchmarks.aggregator.reference;

import org.jspecify.annotations.NullMarked;
