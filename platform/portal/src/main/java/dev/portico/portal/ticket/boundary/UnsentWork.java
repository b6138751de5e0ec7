package dev.portico.portal.ticket.boundary;

import dev.portico.portal.attachment.entity.Attachment;
import java.util.List;
import java.util.Map;

/**
 * What a person has begun on a form and not sent.
 *
 * @param draft the fields' texts by field id; empty where nothing was typed
 * @param files oldest first
 */
public record UnsentWork(Map<String, String> draft, List<Attachment> files) {}
