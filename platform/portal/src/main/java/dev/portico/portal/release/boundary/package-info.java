/**
 * Plugins installed, upgraded, taken back and removed while the portal runs: what an administrator would change, decides
 * and sees, by pages and by REST, and what each node does about it. Serves J1.
 */
@NullMarked
package dev.portico.portal.release.boundary;

import org.jspecify.annotations.NullMarked;
