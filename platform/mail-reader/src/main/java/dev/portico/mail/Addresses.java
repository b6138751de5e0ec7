package dev.portico.mail;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/** Addresses of a header. Encoded words are decoded in names only, after the addresses were told apart. */
final class Addresses {

    private static final int MOST = 200;
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 200;

    /** Not quoted, neither what a mail server might take for a route or a command. */
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}!#$&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$&'*+/=?^_`{|}~-]+)*+");

    /** In place of the start of an encoded word, which mime4j would decode as ASCII wherever it is not. */
    private static final String WORD = "\uE002";

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    private Addresses() {}

    /** Of all headers of that name; each address once. */
    static List<MailAddress> of(Header header, String name, Set<Flaw> flaws) {
        var addresses = new ArrayList<MailAddress>();
        for (var body : header.all(name)) {
            var bytes = ContentUtil.encode(StandardCharsets.UTF_8, body.replace("=?", WORD));
            var parsed = LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()));
            for (var mailbox : parsed.flatten()) {
                if (addresses.size() == MOST) {
                    return addresses;
                }
                add(mailbox, addresses, flaws);
            }
        }
        return addresses;
    }

    /** Empty for what is no address that a mail could be sent to. */
    static Optional<String> normal(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1
                || address.length() > LONGEST
                || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(address.substring(at + 1)).map(domain -> address.substring(0, at) + '@' + domain);
    }

    private static void add(Mailbox mailbox, List<MailAddress> addresses, Set<Flaw> flaws) {
        var local = original(mailbox.getLocalPart());
        var domain = original(mailbox.getDomain());
        var name = original(mailbox.getName());
        var address = normal(local + '@' + domain);
        if (address.isEmpty()) {
            flaws.add(Flaw.ADDRESS);
        } else if (addresses.stream().noneMatch(other -> other.address().equals(address.get()))) {
            var decoded = EncodedWords.decode(name, EnumSet.noneOf(Flaw.class));
            addresses.add(new MailAddress(address.get(), PlainText.line(decoded, LONGEST_NAME)));
        }
    }

    private static String original(@Nullable String parsed) {
        return parsed == null ? "" : parsed.replace(WORD, "=?");
    }

    private static Optional<String> domain(String domain) {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        DOMAINS.nameToASCII(domain, ascii, info);
        var name = ascii.toString().toLowerCase(Locale.ROOT);
        return info.hasErrors() || name.isEmpty() || name.endsWith(".") ? Optional.empty() : Optional.of(name);
    }
}
