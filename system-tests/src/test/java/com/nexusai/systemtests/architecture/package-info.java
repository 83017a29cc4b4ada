/** The rules of the house: who may see whom, and how things are called. */
@NullMarked
package com.nexusai.systemtests.architecture;

import org.jspecify.annotations.NullMarked;
