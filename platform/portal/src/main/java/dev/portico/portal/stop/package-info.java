/**
 * How the portal ends: what it has begun it finishes, within a limit, while the server still answers. Serves operations (issue 3).
 */
@NullMarked
package dev.portico.portal.stop;

import org.jspecify.annotations.NullMarked;
