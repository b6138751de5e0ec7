package dev.portico.plugin.news;

import dev.portico.plugin.text.Text;
import java.util.Optional;

/**
 * Something to subscribe to.
 *
 * @param id up to 100 characters; stays the same as long as it means the same
 * @param group topics of one group stand together
 */
public record Topic(String id, Text label, Optional<Text> group) {}
