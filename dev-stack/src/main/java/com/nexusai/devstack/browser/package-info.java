/** Tests of consoles in a headless browser, for those modules that have one. */
@NullMarked
package com.nexusai.devstack.browser;

import org.jspecify.annotations.NullMarked;
