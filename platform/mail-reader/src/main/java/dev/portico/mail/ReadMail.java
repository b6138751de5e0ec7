package dev.portico.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param messageId with its angle brackets
 * @param references In-Reply-To first, then References from last to first, each with angle brackets, without duplicates,
 *     at most {@value #MOST_REFERENCES}
 * @param from present only if there is exactly one address
 * @param date as the sender's clock says, between 1980 and 2100
 * @param subject decoded, one line of at most {@value #LONGEST_SUBJECT} characters
 * @param language en or es: that of the text, where it is sure; else what the header declares
 * @param body what the sender wrote; empty parts where there is none
 * @param files what is attached, and inline images
 * @param authentication from top to bottom, at most {@value AuthenticationResults#MOST}: anybody can have written them
 * @param automatic why no answer may be sent, where a robot has sent it
 * @param flaws what was not in order, each once
 */
public record ReadMail(
        Optional<String> messageId,
        List<String> references,
        Optional<MailAddress> from,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        Optional<Instant> date,
        String subject,
        Optional<Locale> language,
        Body body,
        List<AttachedFile> files,
        List<AuthenticationResults> authentication,
        Optional<Automatic> automatic,
        List<Flaw> flaws) {

    static final int MOST_REFERENCES = 50;
    static final int LONGEST_SUBJECT = 500;

    public ReadMail {
        references = List.copyOf(references);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        files = List.copyOf(files);
        authentication = List.copyOf(authentication);
        flaws = List.copyOf(flaws);
    }
}
