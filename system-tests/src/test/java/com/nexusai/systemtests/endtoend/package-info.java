/** The deployed jars as processes of their own, from the door to every answer. */
@NullMarked
package com.nexusai.systemtests.endtoend;

import org.jspecify.annotations.NullMarked;
