/** The words of status pages, the same whatever the source: components, incidents, maintenance. Serves F1, F2. */
@NullMarked
package dev.portico.systemstatus.model;

import org.jspecify.annotations.NullMarked;
