/** Lifelike traffic for a fleet that has no users yet. */
@NullMarked
package com.nexusai.devstack.demo;

import org.jspecify.annotations.NullMarked;
