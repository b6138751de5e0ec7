/**
 * Adding, listing and sending files. Who may see a ticket is the caller's business; here is only what belongs to which
 * owner, form or ticket. Serves B3, B7.
 */
@NullMarked
package dev.portico.portal.attachment.boundary;

import org.jspecify.annotations.NullMarked;
