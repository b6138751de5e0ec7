/** When which job is due, and who runs it: of all nodes one at a time. Serves J3. */
@NullMarked
package dev.portico.portal.job.control;

import org.jspecify.annotations.NullMarked;
