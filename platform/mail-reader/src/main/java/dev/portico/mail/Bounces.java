package dev.portico.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which mail failed for whom: as RFC 3464 has it, or as mail servers have told it since before. */
final class Bounces {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_DIAGNOSTIC = 500;
    private static final int MOST_RECIPIENTS = 1_000;

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]\",;:]{1,64}@[A-Za-z0-9.-]{1,120}[A-Za-z0-9]");
    private static final Pattern STATUS = Pattern.compile("(?<![0-9.])([245])\\.[0-9]{1,3}\\.[0-9]{1,3}(?![0-9.])");
    private static final Pattern REPLY = Pattern.compile("(?m)(?:^|[\\s:(])([45])[0-9]{2}[ -](?=[#A-Za-z<45])");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[ >]{0,4}Message-ID:\\s{0,4}(<[^<>\\s]{1,250}>)");

    private Bounces() {}

    /** Of several recipients the one that failed worst; empty where none did. */
    static Optional<Bounce> ofStatus(Part status, Part message, Limits limits) {
        var groups = groups(new String(status.content().bytes(LONGEST), java.nio.charset.StandardCharsets.UTF_8));
        return groups.stream()
                .skip(1)
                .filter(group -> isFailed(group) || isDelayed(group))
                .min(Comparator.comparing((Map<String, String> group) -> !isPermanent(group)))
                .map(group -> new Bounce(
                        original(message, limits),
                        recipient(group),
                        isPermanent(group),
                        PlainText.line(
                                group.getOrDefault("diagnostic-code", group.getOrDefault("status", "")),
                                LONGEST_DIAGNOSTIC)));
    }

    /** What can be told from the words of a mail server. */
    static Bounce ofText(Part message, String given, Limits limits) {
        var text = PlainText.cut(given, LONGEST);
        var status = STATUS.matcher(text);
        var reply = REPLY.matcher(text);
        var code = status.find() ? status.group(1) : reply.find() ? reply.group(1) : "";
        var late = code.isEmpty()
                && message.header()
                        .line("subject", 200)
                        .toLowerCase(Locale.ROOT)
                        .contains("warning");
        var own = Addresses.of(message.header(), "from", EnumSet.noneOf(Flaw.class));
        var failed = message.header().first("x-failed-recipients").orElse("");
        var recipient = ADDRESS.matcher(failed + "\n" + text)
                .results()
                .map(match -> Addresses.normal(match.group()))
                .flatMap(Optional::stream)
                .filter(address -> own.stream().noneMatch(from -> from.address().equals(address)))
                .findFirst();
        var original = original(message, limits).or(() -> MESSAGE_ID
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst());
        return new Bounce(original, recipient, !code.equals("4") && !late, diagnostic(text));
    }

    /** The line with the code. */
    private static String diagnostic(String text) {
        return text.lines()
                .filter(line ->
                        STATUS.matcher(line).find() || REPLY.matcher(line).find())
                .findFirst()
                .map(line -> PlainText.line(line, LONGEST_DIAGNOSTIC))
                .orElse("");
    }

    /** From the headers of the mail that came back, or from what this mail answers. */
    private static Optional<String> original(Part message, Limits limits) {
        return message.parts().stream()
                .filter(part -> part.type().value().startsWith("message/rfc822")
                        || part.is("message/global")
                        || part.is("text/rfc822-headers")
                        || part.is("message/global-headers"))
                .flatMap(part -> ids(part, limits).stream())
                .findFirst()
                .or(() -> MessageIds.references(message.header()).stream().findFirst());
    }

    private static List<String> ids(Part returned, Limits limits) {
        var start = returned.content().bytes(limits.mostHeaderBytes());
        var only = new Limits(1, 1, limits.mostHeaderBytes(), 1, 0);
        return MessageIds.of(
                Structure.of(start, only, EnumSet.noneOf(Flaw.class)).header(), "message-id");
    }

    private static boolean isFailed(Map<String, String> group) {
        return action(group).equals("failed")
                || action(group).isEmpty() && status(group).startsWith("5");
    }

    private static boolean isDelayed(Map<String, String> group) {
        return action(group).equals("delayed")
                || action(group).isEmpty() && status(group).startsWith("4");
    }

    private static boolean isPermanent(Map<String, String> group) {
        return isFailed(group) && !status(group).startsWith("4");
    }

    private static String action(Map<String, String> group) {
        return group.getOrDefault("action", "").toLowerCase(Locale.ROOT).strip();
    }

    private static String status(Map<String, String> group) {
        return group.getOrDefault("status", "").strip();
    }

    /** Behind the kind of address: "rfc822; ana@example.org". */
    private static Optional<String> recipient(Map<String, String> group) {
        return List.of("final-recipient", "original-recipient").stream()
                .map(name -> group.getOrDefault(name, ""))
                .map(value -> value.substring(value.indexOf(';') + 1).replaceAll("[<>\\s]", ""))
                .flatMap(address -> Addresses.normal(address).stream())
                .findFirst();
    }

    /** Fields by their names in lower case, in groups that blank lines part. */
    private static List<Map<String, String>> groups(String status) {
        var groups = new ArrayList<Map<String, String>>();
        var group = new HashMap<String, String>();
        var last = "";
        for (var line : (status.replace("\r\n", "\n") + "\n\n").split("\n", -1)) {
            if (line.isBlank()) {
                if (!group.isEmpty() && groups.size() <= MOST_RECIPIENTS) {
                    groups.add(group);
                }
                group = new HashMap<>();
                last = "";
            } else if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
                group.merge(
                        last,
                        line.strip(),
                        (before, more) -> before.length() > LONGEST_DIAGNOSTIC ? before : before + ' ' + more);
            } else if (line.indexOf(':') > 0) {
                last = line.substring(0, line.indexOf(':'))
                        .toLowerCase(Locale.ROOT)
                        .strip();
                group.putIfAbsent(last, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return groups;
    }
}
