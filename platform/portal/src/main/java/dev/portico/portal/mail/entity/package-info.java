/**
 * A mail as it was, or will be, sent, with the state of its delivery. It names its ticket by number only. Serves H4, B6.
 */
@NullMarked
package dev.portico.portal.mail.entity;

import org.jspecify.annotations.NullMarked;
