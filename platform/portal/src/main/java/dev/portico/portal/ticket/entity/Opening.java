package dev.portico.portal.ticket.entity;

import java.util.Optional;

/**
 * What a new ticket starts with, already checked against its type.
 *
 * @param attributes JSON object of the type's further fields
 * @param submissionKey the same key of the same requester makes one ticket
 * @param submissionDigest tells a repeated submission from another one under the same key
 * @param urgentPhrase the wording that makes it urgent
 * @param follows number of the closed ticket that this one follows up
 */
public record Opening(
        String type,
        String subject,
        String foldedSubject,
        String severity,
        int severityRank,
        Optional<String> product,
        String attributes,
        Channel channel,
        Optional<String> submissionKey,
        String submissionDigest,
        Optional<String> urgentPhrase,
        Optional<Long> follows) {}
