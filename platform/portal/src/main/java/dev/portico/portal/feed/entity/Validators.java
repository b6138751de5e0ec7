package dev.portico.portal.feed.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the other system calls the version of the document that the plugin has: the next fetch asks for another one. */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    /** Of the conditional request. */
    public Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        etag.ifPresent(value -> headers.put("If-None-Match", value));
        lastModified.ifPresent(value -> headers.put("If-Modified-Since", value));
        return Map.copyOf(headers);
    }
}
