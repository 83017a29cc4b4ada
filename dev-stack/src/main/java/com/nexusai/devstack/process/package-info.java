/** What the parts need from the operating system: children, locks, ports. */
@NullMarked
package com.nexusai.devstack.process;

import org.jspecify.annotations.NullMarked;
