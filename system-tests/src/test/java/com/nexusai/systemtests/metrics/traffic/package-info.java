/** Makes up what lifelike and difficult producers send. */
@NullMarked
package com.nexusai.systemtests.metrics.traffic;

import org.jspecify.annotations.NullMarked;
