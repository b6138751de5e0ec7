/** Runs plugins' jobs in the background, and shows administrators how that goes. Serves J3. */
@NullMarked
package dev.portico.portal.job.boundary;

import org.jspecify.annotations.NullMarked;
