package dev.portico.portal.plugin.control;

import dev.portico.plugin.manifest.HelpWay;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Where a way to get help leads. Settings are typed by people, so nothing but what is plainly meant becomes a link. */
public final class HelpTarget {
    // Without ? and &, which would add headers to the mail.
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@?&%\"<>]+@[^\\s@?&%\"<>]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,20}");

    private HelpTarget() {}

    /** @return an address for a link; empty where the value is none of its kind */
    public static String of(HelpWay.Kind kind, String value) {
        return switch (kind) {
            case EMAIL -> ADDRESS.matcher(value.strip()).matches() ? "mailto:" + value.strip() : "";
            case PHONE -> telephone(value.replaceAll("[^+0-9]", ""));
            case LINK, COMMUNITY, IDEAS, STATUS -> secure(value.strip());
            case TICKETS, NOTE -> "";
        };
    }

    private static String telephone(String number) {
        return NUMBER.matcher(number).matches() ? "tel:" + number : "";
    }

    private static String secure(String value) {
        try {
            var address = new URI(value);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
                    ? address.toASCIIString()
                    : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
