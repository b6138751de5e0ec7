package dev.portico.portal.mail.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plain text part of a mail. */
record TextMail(List<FooterLine> footer) {
    /** Marks the signature; mail programs fold away what follows (RFC 3676, 4.3). */
    private static final String SIGNATURE = "-- \n";

    String render(List<MailBlock> blocks, Optional<Action> action) {
        var parts = new ArrayList<String>();
        blocks.forEach(
                block -> parts.add(block.quoted() ? MailRequest.quoted(joined(block.lines())) : joined(block.lines())));
        action.ifPresent(link -> parts.add(HeaderText.of(link.label()) + ":\n" + link.target()));
        parts.add(SIGNATURE + joined(footer.stream().map(TextMail::line).toList()));
        return String.join("\n\n", parts) + "\n";
    }

    private static String line(FooterLine line) {
        return line.link().map(link -> line.text() + ": " + link).orElse(line.text());
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
