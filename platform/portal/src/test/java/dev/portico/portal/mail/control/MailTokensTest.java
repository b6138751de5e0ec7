package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTokensTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Luz <support+42.abcdefgh234567ab@a.example> | Luz <support+42.…@a.example>",
                "mailto:Support%2B42.ABCDEFGH234567AB%40a.example | mailto:Support%2B42.…%40a.example",
                "support+42.abcdefgh234567ab&#64;a.example | support+42.…&#64;a.example",
                "<a href=\"https://p.example/h/tickets/42/mute/abcdefgh234567ab\">x</a> | <a href=\"https://p.example/h/tickets/42/mute/…\">x</a>",
                "luz+news@a.example, 1+2.5 | luz+news@a.example, 1+2.5"
            })
    void onlyTheTokenIsHidden(String text, String shown) {
        assertThat(MailTokens.hide(text)).isEqualTo(shown);
    }

    @Test
    void whatTheReplyAddressIsMadeOfIsWhatIsHidden() {
        var token =
                Samples.addresses("a master key of sufficient length").tokens.token("harmony", 42, "luz@a.example");
        assertThat(MailTokens.hide("support+42." + token + "@harmony.localhost"))
                .doesNotContain(token);
    }
}
