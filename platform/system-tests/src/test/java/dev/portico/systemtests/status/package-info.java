/** A programme's status, from its provider's feeds to its page, banner and notices (F1 to F3). */
@NullMarked
package dev.portico.systemtests.status;

import org.jspecify.annotations.NullMarked;
