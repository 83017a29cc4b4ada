/** What a cell can hold, and how two of the same kind become one: in any order, with the same result. */
@NullMarked
package com.nexusai.aggregator.measure;

import org.jspecify.annotations.NullMarked;
