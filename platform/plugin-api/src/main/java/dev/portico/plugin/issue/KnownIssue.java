package dev.portico.plugin.issue;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import java.time.Instant;

/**
 * Something that is wrong.
 *
 * @param id up to 100 printable characters of ASCII, no spaces; tickets are linked to it
 * @param state how it stands, in a word or two: “Investigating”
 * @param link the page about it
 */
public record KnownIssue(String id, Tone tone, Text title, Text state, Instant since, Address link) {}
