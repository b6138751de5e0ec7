package dev.portico.plugin.ticket;

/**
 * Why a ticket is treated as urgent.
 *
 * @param phrase the wording of the lexicon that was found, as the tenant's administrator wrote it; shown to the
 *     requester ("treated as urgent because …")
 */
public record Urgency(String phrase) {
    private static final int LONGEST = 2000;

    /** @throws IllegalArgumentException if it is blank, has control characters that are no white space, or has more than 2000 characters */
    public Urgency {
        if (phrase.isBlank() || phrase.length() > LONGEST || phrase.chars().anyMatch(Urgency::unprintable)) {
            throw new IllegalArgumentException("no phrase to be shown");
        }
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character);
    }
}
