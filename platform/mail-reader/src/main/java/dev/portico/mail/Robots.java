package dev.portico.mail;

import dev.portico.i18n.TextFolding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognizes mails that no person wrote, by what RFC 3834 and custom have programs say of themselves. */
final class Robots {

    private static final Set<String> REPLIES =
            Set.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply");
    private static final Set<String> LISTS = Set.of("list-id", "list-post", "mailing-list", "x-mailing-list");
    private static final Set<String> NO = Set.of("", "no", "none", "false", "0");

    /** What vacation notices begin with, after "Re:". */
    private static final List<String> ABSENCES = List.of(
            "out of office",
            "out of the office",
            "automatic reply",
            "autoreply",
            "auto reply",
            "auto-reply",
            "auto:",
            "autoresponse",
            "away from",
            "on vacation",
            "i am away",
            "i am out of",
            "respuesta automatica",
            "fuera de la oficina",
            "fuera de oficina",
            "ausente de la oficina",
            "estoy de vacaciones",
            "ausencia",
            "vacaciones:",
            "autorespuesta",
            "no estoy en la oficina");

    private static final Set<String> SERVERS = Set.of(
            "mailer-daemon",
            "postmaster",
            "mail-daemon",
            "mail_daemon",
            "microsoftexchange",
            "mailerdaemon",
            "mdaemon");

    private static final List<String> FAILURES = List.of(
            "undelivered mail",
            "undeliverable",
            "delivery status notification",
            "delivery failure",
            "delivery has failed",
            "failure notice",
            "returned mail",
            "mail delivery failed",
            "mail delivery failure",
            "mail delivery subsystem",
            "mail system error",
            "message not delivered",
            "delivery notification",
            "warning: could not send",
            "warning: message",
            "no se puede entregar",
            "no se ha podido entregar",
            "no se pudo entregar",
            "no entregado",
            "no se entrego",
            "error de entrega",
            "notificacion de estado de entrega",
            "notificacion de entrega",
            "correo devuelto",
            "mensaje devuelto",
            "entrega fallida",
            "fallo en la entrega");

    private final Part message;
    private final Header header;
    private final String text;

    private Robots(Part message, String text) {
        this.message = message;
        this.header = message.header();
        this.text = text;
    }

    /** @param text of the message, where mail servers without manners say what failed */
    static Optional<Automatic> of(Part message, String text, Limits limits) {
        var robots = new Robots(message, text);
        if (message.is("multipart/report")) {
            return Optional.of(robots.report(limits));
        }
        if (robots.isBounce()) {
            return Optional.of(
                    new Automatic(Automatic.Kind.REPORT, Optional.of(Bounces.ofText(message, text, limits))));
        }
        return robots.kind().map(kind -> new Automatic(kind, Optional.empty()));
    }

    private Automatic report(Limits limits) {
        var receipt = message.type()
                        .get("report-type")
                        .filter("disposition-notification"::equalsIgnoreCase)
                        .isPresent()
                || message.parts().stream().anyMatch(part -> part.is("message/disposition-notification"));
        if (receipt) {
            return new Automatic(Automatic.Kind.RECEIPT, Optional.empty());
        }
        var status = message.parts().stream()
                .filter(part -> part.is("message/delivery-status") || part.is("message/global-delivery-status"))
                .findFirst();
        var bounce = status.isPresent()
                ? Bounces.ofStatus(status.get(), message, limits)
                : isBounce() ? Optional.of(Bounces.ofText(message, text, limits)) : Optional.<Bounce>empty();
        return new Automatic(Automatic.Kind.REPORT, bounce);
    }

    /** A mail server's, as it says who it is and that something failed; or as only bounces have it. */
    private boolean isBounce() {
        if (header.has("x-failed-recipients")) {
            return true;
        }
        var server = header.all("from").stream().anyMatch(Robots::isServer);
        var failure = startsWithAny(subject(), FAILURES);
        return server && (failure || isNullSender()) || failure && isNullSender();
    }

    private Optional<Automatic.Kind> kind() {
        var submitted = header.word("auto-submitted");
        var precedence = header.word("precedence");
        if (submitted.startsWith("auto-repl")
                || precedence.equals("auto_reply")
                || says(REPLIES)
                || isAbsence(submitted)) {
            return Optional.of(Automatic.Kind.REPLY);
        }
        if (LISTS.stream().anyMatch(header::has) || precedence.equals("list")) {
            return Optional.of(Automatic.Kind.LIST);
        }
        if (precedence.equals("bulk") || precedence.equals("junk") || header.has("list-unsubscribe")) {
            return Optional.of(Automatic.Kind.BULK);
        }
        if (!NO.contains(submitted) || header.word("content-type").equals("message/delivery-status")) {
            return Optional.of(Automatic.Kind.GENERATED);
        }
        return isNullSender() ? Optional.of(Automatic.Kind.NULL_SENDER) : Optional.empty();
    }

    /** The subject is a person's unless something else says that it is not. */
    private boolean isAbsence(String submitted) {
        return startsWithAny(subject(), ABSENCES)
                && (!NO.contains(submitted)
                        || isNullSender()
                        || header.has("x-auto-response-suppress")
                        || says(Set.of(
                                "x-autogenerated",
                                "x-vacation",
                                "x-ms-exchange-inbox-rules-loop",
                                "x-ms-exchange-generated-message-source",
                                "vacation")));
    }

    private boolean says(Set<String> names) {
        return names.stream()
                .anyMatch(name -> header.has(name) && !NO.contains(header.word(name))
                        || header.has(name) && header.line(name, 10).isEmpty());
    }

    private boolean isNullSender() {
        return header.first("return-path")
                .filter(path -> path.replace(" ", "").equals("<>"))
                .isPresent();
    }

    private static boolean isServer(String from) {
        var lower = from.toLowerCase(Locale.ROOT);
        var at = lower.lastIndexOf('@');
        var start = at;
        while (start > 0 && "<\"' \t,;".indexOf(lower.charAt(start - 1)) < 0) {
            start--;
        }
        var local = at < 0 ? lower.strip() : lower.substring(start, at);
        return SERVERS.stream().anyMatch(local::startsWith);
    }

    private String subject() {
        var subject = TextFolding.fold(header.line("subject", 200));
        while (subject.startsWith("re:") || subject.startsWith("rv:")) {
            subject = subject.substring(3).strip();
        }
        return subject;
    }

    private static boolean startsWithAny(String subject, List<String> starts) {
        return starts.stream().anyMatch(subject::startsWith);
    }
}
