/** The charts, the image and the compose file: what they say is checked without a cluster and without Docker. */
@NullMarked
package com.nexusai.systemtests.deploy;

import org.jspecify.annotations.NullMarked;
