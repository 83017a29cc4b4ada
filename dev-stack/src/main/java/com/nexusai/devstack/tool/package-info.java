/** Looks into a running broker from the command line; {@code ./fleet topics} calls it. */
@NullMarked
package com.nexusai.devstack.tool;

import org.jspecify.annotations.NullMarked;
