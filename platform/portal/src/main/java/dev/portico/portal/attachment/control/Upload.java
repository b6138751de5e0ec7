package dev.portico.portal.attachment.control;

import java.io.InputStream;

/**
 * A file as it arrives. Nothing of it is believed.
 *
 * @param content read once, at most up to the limit; closed by the caller
 * @param claimedName what the browser called it; may be empty or hostile
 * @param claimedSize in bytes; -1 where unknown
 */
public record Upload(InputStream content, String claimedName, long claimedSize) {}
