package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.mail.AuthenticationResults.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

    @Test
    void readsWhatServersWrite() {
        var results = parse("mx.acme.example; dkim=pass header.i=@acme.example header.s=2025 header.b=\"AbC/d+=\";"
                + " spf=pass (acme.example: domain of ana@acme.example designates 192.0.2.1 as permitted sender)"
                + " smtp.mailfrom=ana@acme.example; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=acme.example");
        assertThat(results.server()).isEqualTo("mx.acme.example");
        assertThat(results.results())
                .containsExactly(
                        new Result(
                                "dkim",
                                "pass",
                                Map.of("header.i", "@acme.example", "header.s", "2025", "header.b", "AbC/d+=")),
                        new Result("spf", "pass", Map.of("smtp.mailfrom", "ana@acme.example")),
                        new Result("dmarc", "pass", Map.of("header.from", "acme.example")));
    }

    @Test
    void readsWhatTheStandardAllows() {
        var results = parse(
                "(c) \"MX.Acme.example\" 1 (a (nested \\) one)) ; DKIM/1 (x) = (y) Pass reason = \"a; dmarc=pass\""
                        + " header.d = acme.example;");
        assertThat(results.server()).isEqualTo("mx.acme.example");
        assertThat(results.results())
                .containsExactly(
                        new Result("dkim", "pass", Map.of("reason", "a; dmarc=pass", "header.d", "acme.example")));
        assertThat(parse("mx.acme.example; none")).isEqualTo(new AuthenticationResults("mx.acme.example", List.of()));
        assertThat(parse("mx.acme.example 1; dmarc=fail").results()).hasSize(1);
    }

    /** Who sends a mail chooses what stands in comments, quotes and addresses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx; spf=fail (x; dmarc=pass) smtp.mailfrom=a@b",
                "mx; spf=fail (x \\) ; dmarc=pass) smtp.mailfrom=a@b",
                "mx; spf=fail (x (y) ; dmarc=pass ) smtp.mailfrom=a@b",
                "mx; spf=fail smtp.mailfrom=\"a; dmarc=pass \"@b",
                "mx; spf=fail smtp.mailfrom=\"a\\\"; dmarc=pass \"@b",
                "mx; spf=fail smtp.mailfrom=a;dmarc=pass@b",
                "mx; spf=fail reason=\"dmarc=pass",
                "mx; dmarc=pass (never ends",
                "mx; dmarc=pass; x=\"never ends",
                "mx; dmarc=pass; x=(\\",
                "mx; dmarc=passed",
                "mx; dmarc==pass",
                "mx; dmarc=pass=x",
                "mx; xdmarc=pass",
                "mx; dmarc pass",
                "mx; dmarc=\u2003pass",
                "mx; dmarc=pass header.from=evil.example header.from=acme.example",
                "",
                ";",
                "mx",
                "mx;;;;"
            })
    void nothingPassesThatTheServerDoesNotSay(String body) {
        assertThat(parse(body).results().stream()
                        .filter(result -> result.method().equals("dmarc") && result.passed()))
                .isEmpty();
    }

    /** So that none below it takes its place. */
    @Test
    void whatIsNotWellFormedIsStillItsServers() {
        assertThat(parse("mx; spf=pass; dmarc=pass (never ends")).isEqualTo(new AuthenticationResults("mx", List.of()));
    }

    @Test
    void whatNamesNoServerIsNobodys() {
        assertThat(parse("spf=pass smtp.mailfrom=acme.example; dmarc=pass").server())
                .isEmpty();
        assertThat(parse("=; dmarc=pass").server()).isEmpty();
    }

    @Test
    void theTopmostComesFirstAndAThousandDoNoHarm() {
        var mail = Mails.readInTime(Mails.bytes("Authentication-Results: first;\n dmarc=fail\n"
                + "Authentication-Results: second; dmarc=pass\n".repeat(1_000)
                + "Authentication-Results: " + "(".repeat(100_000) + "\n" + Mails.HEADER + "\nHola"));
        assertThat(mail.authentication()).hasSize(AuthenticationResults.MOST);
        assertThat(mail.authentication().get(0))
                .isEqualTo(new AuthenticationResults("first", List.of(new Result("dmarc", "fail", Map.of()))));
    }

    private static AuthenticationResults parse(String body) {
        return AuthenticationResults.parse(body);
    }
}
