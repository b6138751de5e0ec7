/**
 * News of plugins as the portal keeps and tells them, and where subscriptions are kept. A piece of news is told to each
 * subscription once: the delivery and the mark that it was made are one transaction. Serves F3.
 */
@NullMarked
package dev.portico.portal.subscription.control;

import org.jspecify.annotations.NullMarked;
