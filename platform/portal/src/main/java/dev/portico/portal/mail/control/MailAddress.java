package dev.portico.portal.mail.control;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as people type it into a form. */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private MailAddress() {}

    /** Empty where no mail could be sent there. */
    public static Optional<String> parse(String typed) {
        var text = typed.strip();
        var at = text.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : ascii(text.substring(at + 1)).flatMap(host -> checked(text.substring(0, at) + "@" + host));
    }

    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> checked(String address) {
        try {
            var usable = address.length() <= LONGEST && SHAPE.matcher(address).matches();
            return usable ? Optional.of(new InternetAddress(address, true).getAddress()) : Optional.empty();
        } catch (AddressException none) {
            return Optional.empty();
        }
    }
}
