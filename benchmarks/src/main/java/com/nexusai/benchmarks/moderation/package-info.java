/** What it costs to look at content, against passing it through. */
@NullMarked
package com.nexusai.benchmarks.moderation;

import org.jspecify.annotations.NullMarked;
