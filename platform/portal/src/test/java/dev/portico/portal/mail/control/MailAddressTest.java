package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @Test
    void whatPeopleTypeIsRead() {
        assertThat(MailAddress.parse("  ana+status@acme.example ")).contains("ana+status@acme.example");
        assertThat(MailAddress.parse("ana@españa.example")).contains("ana@xn--espaa-rta.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@acme.example",
                "ana@acme",
                "ana@acme..example",
                "ana@acme.example, eve@evil.example",
                "ana@acme.example\r\nBcc: eve@evil.example",
                "Ana <ana@acme.example>",
                "\"ana eve\"@acme.example",
                "ana@[127.0.0.1]",
                "ana..b@acme.example",
                "ñ@acme.example"
            })
    void whatIsNoneIsRefused(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(MailAddress.parse("a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4)))
                .isEmpty();
    }
}
