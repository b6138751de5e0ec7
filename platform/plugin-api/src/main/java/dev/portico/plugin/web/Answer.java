package dev.portico.plugin.web;

import dev.portico.plugin.text.Text;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a request is answered with. */
public sealed interface Answer permits Page, Answer.Document, Answer.SeeOther, Answer.Away, Answer.Absent {
    /**
     * A document for programs. The portal adds the entity tag, answers conditional requests, and lets scripts of other
     * sites read what is public.
     *
     * @param type media type, such as {@code application/json}
     * @param text sent in UTF-8, 4 MiB at most
     * @param fresh how long it may be used without asking again
     */
    record Document(String type, String text, Duration fresh) implements Answer {}

    /**
     * To another page of the portal: the answer to a form.
     *
     * @param done what to say there, once
     */
    record SeeOther(Address to, Optional<Text> done) implements Answer {}

    /**
     * To another site, at once (302). The portal refuses a host that the tenant's administrator has not allowed, see
     * {@link dev.portico.plugin.manifest.PluginManifest#redirectHosts()}.
     */
    record Away(URI to) implements Answer {}

    /** There is no such page: the same as for an address that nobody answers. */
    record Absent() implements Answer {}
}
