/**
 * What people subscribe to: topics, and news of them. The plugin says what is new; the portal has the subscribers, who
 * have confirmed that they want to be told, and tells each of them once, by mail or webhook, and everybody by an Atom
 * feed. The capability is {@code mail}. Serves F3.
 */
@NullMarked
package dev.portico.plugin.news;

import org.jspecify.annotations.NullMarked;
