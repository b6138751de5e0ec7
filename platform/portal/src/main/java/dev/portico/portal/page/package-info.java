/**
 * What every page needs: its words, formats, frame and notices. Pages themselves belong to their features. Serves A4, G3,
 * J5.
 */
@NullMarked
package dev.portico.portal.page;

import org.jspecify.annotations.NullMarked;
