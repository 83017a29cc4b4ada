/** Starts, kills and asks the deployed jars, each as a process of its own. */
@NullMarked
package com.nexusai.systemtests.process;

import org.jspecify.annotations.NullMarked;
