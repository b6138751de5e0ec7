package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.mail.AuthenticationResults;
import dev.portico.mail.Limits;
import dev.portico.mail.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTest {
    private static final String ANA = "ana@mail.acme.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx; dmarc=pass header.from=mail.acme.com; dkim=fail; spf=fail",
                "MX; dmarc=pass (p=reject)",
                "mx; dmarc=pass header.from=acme.com",
                "mx; dmarc=none; dkim=pass header.d=acme.com",
                "mx; dkim=fail header.d=acme.com; dkim=pass header.i=@acme.com",
                "mx; spf=pass smtp.mailfrom=bounce@bounce.acme.com",
                "mx; spf=pass smtp.mailfrom=acme.com"
            })
    void isProven(String results) {
        assertThat(SenderProof.doubt(read(results), "mx", ANA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx; none",
                "mx; dmarc=fail; dkim=pass header.d=acme.com; spf=pass smtp.mailfrom=acme.com",
                "mx; dmarc=temperror; spf=pass smtp.mailfrom=acme.com",
                "mx; dmarc=pass header.from=evil.com",
                "mx; dmarc=pass header.from=com",
                "mx; dmarc=pass header.from=other.mail.acme.com",
                "mx; dmarc=fail; dmarc=pass",
                "mx; dkim=pass header.d=evil.com",
                "mx; dkim=pass header.d=evil.com header.i=@acme.com",
                "mx; dkim=pass header.d=com",
                "mx; dkim=pass",
                "mx; spf=pass smtp.mailfrom=ana@acme.com.evil.com",
                "mx; spf=pass smtp.mailfrom=\"ana@acme.com\"@evil.com",
                "mx; spf=pass smtp.helo=acme.com",
                "mx; spf=softfail smtp.mailfrom=acme.com",
                "mx; arc=pass header.d=acme.com",
                "other; dmarc=pass",
                "dmarc=pass",
                "mx; dmarc=fail\r\nAuthentication-Results: mx; dmarc=pass",
                "mx; (\r\nAuthentication-Results: mx; dmarc=pass"
            })
    void isNotProven(String results) {
        assertThat(SenderProof.doubt(read(results), "mx", ANA)).isPresent();
    }

    @Test
    void neighboursUnderOnePublicSuffixDoNotVouchForEachOther() {
        assertThat(SenderProof.doubt(read("mx; spf=pass smtp.mailfrom=evil.co.uk"), "mx", "ana@acme.co.uk"))
                .isPresent();
        assertThat(SenderProof.doubt(read("mx; spf=pass smtp.mailfrom=evil.github.io"), "mx", "ana@acme.github.io"))
                .isPresent();
        assertThat(SenderProof.doubt(read("mx; spf=pass smtp.mailfrom=evil.example"), "mx", "ana@acme.example"))
                .isPresent();
    }

    @Test
    void whereNobodyIsBelievedNobodyIsAsked() {
        assertThat(SenderProof.doubt(read("mx; dmarc=fail"), "", ANA)).isEmpty();
        assertThat(SenderProof.doubt(List.of(), "mx", ANA)).contains("No Authentication-Results of mx");
    }

    private static List<AuthenticationResults> read(String results) {
        var raw = "Received: by mx\r\nAuthentication-Results: " + results + "\r\nFrom: " + ANA + "\r\n\r\nHola";
        return new MailReader(Limits.USUAL)
                .read(raw.getBytes(StandardCharsets.UTF_8))
                .authentication();
    }
}
