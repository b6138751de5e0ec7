/** Pages for visitors and staff, as values that the portal renders. Serves F2, F4. */
@NullMarked
package dev.portico.systemstatus.web;

import org.jspecify.annotations.NullMarked;
