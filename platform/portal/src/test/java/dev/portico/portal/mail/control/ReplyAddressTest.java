package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyAddressTest {
    @Test
    void anAnswersAddressNamesTicketAndToken() {
        assertThat(ReplyAddress.parse("Support+42.ABCDEFGHijklmn27@harmony.localhost"))
                .contains(new ReplyAddress(42, "abcdefghijklmn27"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support@harmony.localhost",
                "support+42@harmony.localhost",
                "support+42.short@harmony.localhost",
                "support+42.abcdefghijklmn01@harmony.localhost",
                "support+-1.abcdefghijklmn27@harmony.localhost",
                "support+9999999999999999999.abcdefghijklmn27@harmony.localhost",
                "support+42.abcdefghijklmn27",
                "@+42.abcdefghijklmn27@harmony.localhost",
                ""
            })
    void anyOtherIsOrdinary(String address) {
        assertThat(ReplyAddress.parse(address)).isEmpty();
    }
}
