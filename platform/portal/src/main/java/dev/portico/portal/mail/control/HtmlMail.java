package dev.portico.portal.mail.control;

import dev.portico.portal.tenant.entity.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The HTML part of a mail. Styles stand at the elements, since several mail programs drop style sheets; the sheet only
 * adds what dark mode needs. Nothing is loaded from elsewhere.
 *
 * @param fallback introduces the link's address
 */
record HtmlMail(Tenant tenant, Locale language, String subject, String fallback, List<FooterLine> footer) {
    private static final Pattern PLAIN_COLOUR = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%2$s</title>
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              .page { background: #16181d !important; color: #e8eaed !important; }
              .card { background: #202329 !important; border-color: #3a3f47 !important; }
              .quote { background: #282c33 !important; color: #e8eaed !important; }
              .faint, .faint a { color: #a9b0ba !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:24px 12px;background:#f4f5f7;color:#1f2329;\
            font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
            <div class="card" style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;\
            border:1px solid #dfe2e6;border-top:4px solid %3$s;border-radius:8px">
            <p class="faint" style="margin:0 0 16px;color:#5b6470;font-size:14px;font-weight:600">%4$s</p>
            %5$s
            </div>
            <div class="faint" style="max-width:600px;margin:16px auto 0;padding:0 24px;color:#5b6470;font-size:13px">%6$s</div>
            </body>
            </html>
            """;

    String render(List<MailBlock> blocks, Optional<Action> action) {
        var body = blocks.stream().map(HtmlMail::block).collect(Collectors.joining("\n"));
        return PAGE.formatted(
                escaped(language.toLanguageTag()),
                escaped(subject),
                colour(tenant.brand(), "#3b4a5a"),
                escaped(HeaderText.of(tenant.name(language))),
                body + action.map(this::button).orElse(""),
                footer.stream().map(HtmlMail::line).collect(Collectors.joining("<br>\n")));
    }

    private static String block(MailBlock block) {
        return block.quoted()
                ? "<blockquote class=\"quote\" style=\"margin:0 0 16px;padding:12px 16px;background:#f4f5f7;color:#1f2329;"
                        + "border-left:3px solid #8a93a0;overflow-wrap:anywhere\">"
                        + lines(block.lines()) + "</blockquote>"
                : "<p style=\"margin:0 0 16px;overflow-wrap:anywhere\">" + lines(block.lines()) + "</p>";
    }

    private String button(Action action) {
        var target = escaped(action.target().toString());
        return """

                <p style="margin:24px 0 16px"><a href="%1$s" style="display:inline-block;padding:12px 20px;\
                background:%2$s;color:%3$s;border-radius:6px;text-decoration:none;font-weight:600">%4$s</a></p>
                <p class="faint" style="margin:0;color:#5b6470;font-size:13px;overflow-wrap:anywhere">%5$s<br>\
                <a href="%1$s" style="color:#5b6470">%1$s</a></p>""".formatted(
                        target,
                        colour(tenant.brand(), "#3b4a5a"),
                        colour(tenant.brandInk(), "#ffffff"),
                        escaped(HeaderText.of(action.label())),
                        escaped(fallback));
    }

    private static String line(FooterLine line) {
        return line.link()
                .map(link -> "<a href=\"" + escaped(link.toString()) + "\" style=\"color:#5b6470\">"
                        + escaped(line.text()) + "</a>")
                .orElseGet(() -> escaped(line.text()));
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(HtmlMail::escaped).collect(Collectors.joining("<br>\n"));
    }

    /** Mail programs know few of CSS's colours, and a brand's value must not end the style that it stands in. */
    private static String colour(String value, String otherwise) {
        return PLAIN_COLOUR.matcher(value).matches() ? value : otherwise;
    }

    /** As it stands in the HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
