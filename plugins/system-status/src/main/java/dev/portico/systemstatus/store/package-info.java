/**
 * The plugin's tables. Whatever changes is changed in one transaction with the news of it, and one after the other for a
 * tenant, so that each change is told once. Serves F1, F2, F4.
 */
@NullMarked
package dev.portico.systemstatus.store;

import org.jspecify.annotations.NullMarked;
