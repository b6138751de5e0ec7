package dev.portico.portal.mail.control;

import java.util.regex.Pattern;

/**
 * What only the recipient of a mail of ours is to know: whoever can name the token of a reply address answers in that person's
 * name, and whoever has the address that ends a ticket's mails ends that person's.
 */
public final class MailTokens {
    private static final String TOKEN = "[a-z2-7]{16}";
    private static final Pattern REPLY =
            Pattern.compile("(?i)((?:\\+|%2B)[0-9]{1,15}\\.)" + TOKEN + "(?=@|%40|&#64;|&commat;)");
    private static final Pattern MUTE = Pattern.compile("(?i)(/mute/)" + TOKEN);

    private MailTokens() {}

    /** The same text, for others who may read it; plain or HTML. */
    public static String hide(String text) {
        return MUTE.matcher(REPLY.matcher(text).replaceAll("$1…")).replaceAll("$1…");
    }
}
