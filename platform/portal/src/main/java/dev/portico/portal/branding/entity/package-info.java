/** A tenant's logo. Serves J5. */
@NullMarked
package dev.portico.portal.branding.entity;

import org.jspecify.annotations.NullMarked;
