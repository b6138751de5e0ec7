package dev.portico.portal.login;

import dev.portico.portal.web.CurrentRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What proves that we wrote a form for somebody who was logged in: the form's hidden field {@code account}. Without it,
 * a stranger could have us keep whatever is posted.
 */
@Named("formSeal")
@ApplicationScoped
public class FormSeal {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SEAL =
            Pattern.compile("(?<subject>.{1,255})\\.(?<expiry>[0-9]{1,12})\\.[A-Za-z0-9_-]{43}");

    @Inject
    @ConfigProperty(name = "portico.master-key")
    String masterKey;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentUser user;

    InstantSource clock = InstantSource.system();

    /** For the current page; empty where nobody is logged in. */
    public String value() {
        return route.realm()
                .flatMap(realm -> user.membership().map(member -> seal(realm, member.subject())))
                .orElse("");
    }

    /** Whether the form that brings it was written by us for whoever is logged in now. */
    public boolean isOfUser(String seal) {
        return route.realm()
                .flatMap(realm -> subject(realm, seal))
                .flatMap(subject ->
                        user.membership().map(member -> member.subject().equals(subject)))
                .orElse(false);
    }

    String seal(String realm, String subject) {
        return seal(realm, subject, clock.instant().plus(LIFE).getEpochSecond());
    }

    /** The subject that a seal names; nothing where it is forged, another realm's or too old. */
    Optional<String> subject(String realm, String seal) {
        var parts = SEAL.matcher(seal);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var subject = parts.group("subject");
        var expiry = Long.parseLong(parts.group("expiry"));
        var genuine = MessageDigest.isEqual(bytes(seal(realm, subject, expiry)), bytes(seal));
        return genuine && clock.instant().isBefore(Instant.ofEpochSecond(expiry))
                ? Optional.of(subject)
                : Optional.empty();
    }

    private String seal(String realm, String subject, long expiry) {
        var key = mac(bytes(masterKey), "portico form seal");
        // The subject comes last: it is the only part that could hold a separator.
        var claim = realm + "\n" + expiry + "\n" + subject;
        return subject + "." + expiry + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, claim));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
