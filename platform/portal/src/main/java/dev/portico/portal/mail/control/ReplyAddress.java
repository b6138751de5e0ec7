package dev.portico.portal.mail.control;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail's Reply-To says of the ticket: {@code support+42.token@…}. Whose host it is says
 * {@link MailAddresses#isAt}.
 *
 * @param token nothing is proven before {@link ReplyTokens} has made the same
 */
public record ReplyAddress(long ticketNumber, String token) {
    private static final Pattern SHAPE = Pattern.compile("[^+@]+\\+([0-9]{1,15})\\.([a-z2-7]{16})@.+");

    /** Empty where the address is an ordinary one. */
    public static Optional<ReplyAddress> parse(String address) {
        var match = SHAPE.matcher(address.toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(new ReplyAddress(Long.parseLong(match.group(1)), match.group(2)))
                : Optional.empty();
    }
}
