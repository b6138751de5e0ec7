/**
 * A real Chromium and the people who sit before it: each {@link Visitor} is a browser profile of its own that takes
 * note of script errors and of violations of the content security policy. Nothing is ever downloaded by Playwright.
 */
@NullMarked
package dev.portico.systemtests.browser;

import org.jspecify.annotations.NullMarked;
