/** The Redis part: a real server as a child process, in a container, or somebody else's. */
@NullMarked
package com.nexusai.devstack.redis;

import org.jspecify.annotations.NullMarked;
