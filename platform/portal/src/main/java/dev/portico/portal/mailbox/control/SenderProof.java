package dev.portico.portal.mailbox.control;

import dev.portico.mail.AuthenticationResults;
import dev.portico.mail.AuthenticationResults.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Whether the server that received a mail vouches for its sender. Its topmost header alone counts: whatever a sender has
 * written in its name stands below.
 */
final class SenderProof {
    private SenderProof() {}

    /**
     * Why nobody can rely on it; empty where somebody can, or where nobody is asked.
     *
     * @param server authserv-id of the one who is believed; empty for nobody
     * @param from address that the mail names
     */
    static Optional<String> doubt(List<AuthenticationResults> all, String server, String from) {
        if (server.isEmpty()) {
            return Optional.empty();
        }
        var said =
                all.stream().filter(results -> results.server().equals(server)).findFirst();
        return said.isPresent()
                ? doubt(said.get().results(), domain(from))
                : Optional.of("No Authentication-Results of " + server);
    }

    private static Optional<String> doubt(List<Result> results, String domain) {
        var dmarc = results.stream()
                .filter(result ->
                        result.method().equals("dmarc") && !result.outcome().equals("none"))
                .toList();
        if (dmarc.isEmpty()) {
            return results.stream().anyMatch(result -> vouches(result, domain))
                    ? Optional.empty()
                    : Optional.of("Neither dmarc=pass, nor dkim=pass or spf=pass of " + domain);
        }
        return dmarc.stream()
                .filter(result -> !result.passed() || !isAbout(result, domain))
                .map(result -> "dmarc=" + result.outcome()
                        + result.property("header.from")
                                .map(of -> " header.from=" + of)
                                .orElse(""))
                .findFirst();
    }

    /** Some name the organization's domain instead, where its policy was found there. */
    private static boolean isAbout(Result dmarc, String domain) {
        return dmarc.property("header.from")
                .map(SenderProof::domain)
                .map(of -> of.equals(domain) || of.equals(organization(domain)))
                .orElse(true);
    }

    private static boolean vouches(Result result, String domain) {
        var of =
                switch (result.method()) {
                    case "dkim" -> result.property("header.d").or(() -> result.property("header.i"));
                    case "spf" -> result.property("smtp.mailfrom");
                    default -> Optional.<String>empty();
                };
        return result.passed()
                && of.map(SenderProof::domain)
                        .filter(one -> organization(one).equals(organization(domain)))
                        .isPresent();
    }

    /** What is registered with a registry: all below it are one organization's. */
    private static String organization(String domain) {
        var root = PublicSuffixMatcherLoader.getDefault().getDomainRoot(domain);
        // Of a registry that is not listed, the name of the registry itself.
        return root == null || root.indexOf('.') < 0 ? domain : root;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
