package dev.portico.portal.mail.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A portion of a ticket's mails, sent and received, oldest first.
 *
 * @param older where the portion before this one ends
 */
public record MailHistory(List<MailSummary> mails, Optional<Place> older) {
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,11})\\.([0-9]{1,9})\\.([A-Za-z0-9-]{1,64})");

    /** At a mail: the portion ends before it. */
    public record Place(Instant at, String id) {
        static Place of(MailSummary mail) {
            return new Place(mail.at(), mail.id());
        }

        /** Empty where this is no place. */
        public static Optional<Place> parse(String text) {
            var match = PLACE.matcher(text);
            return match.matches()
                    ? Optional.of(new Place(
                            Instant.ofEpochSecond(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))),
                            match.group(3)))
                    : Optional.empty();
        }

        /** For an address. */
        @Override
        public String toString() {
            return at.getEpochSecond() + "." + at.getNano() + "." + id;
        }
    }

    /**
     * What to show of a ticket's mails.
     *
     * @param before where the portion ends; the newest where it is empty
     */
    public record Portion(Optional<Place> before, int most) {
        public static final Portion ALL = new Portion(Optional.empty(), Integer.MAX_VALUE - 1);
    }
}
