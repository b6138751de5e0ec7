/**
 * What a tenant may look like: colours whose text can be read, images that are images, links that lead to the web. Serves
 * J5.
 */
@NullMarked
package dev.portico.portal.branding.control;

import org.jspecify.annotations.NullMarked;
