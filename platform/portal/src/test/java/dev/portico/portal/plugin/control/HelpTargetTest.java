package dev.portico.portal.plugin.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.HelpWay.Kind;
import org.junit.jupiter.api.Test;

class HelpTargetTest {
    @Test
    void aSiteIsLinkedOverHttpsOnly() {
        assertThat(HelpTarget.of(Kind.COMMUNITY, "https://community.example/s/"))
                .isEqualTo("https://community.example/s/");
        assertThat(HelpTarget.of(Kind.COMMUNITY, "HTTPS://community.example")).isNotEmpty();
        assertThat(HelpTarget.of(Kind.COMMUNITY, "http://community.example")).isEmpty();
        assertThat(HelpTarget.of(Kind.LINK, "javascript:alert(1)")).isEmpty();
        assertThat(HelpTarget.of(Kind.LINK, "https:///path")).isEmpty();
        assertThat(HelpTarget.of(Kind.LINK, "https://no site")).isEmpty();
    }

    @Test
    void anAddressCannotAddHeadersToTheMail() {
        assertThat(HelpTarget.of(Kind.EMAIL, " support@harmony.example ")).isEqualTo("mailto:support@harmony.example");
        assertThat(HelpTarget.of(Kind.EMAIL, "support@harmony.example?bcc=other@x.example"))
                .isEmpty();
        assertThat(HelpTarget.of(Kind.EMAIL, "support")).isEmpty();
    }

    @Test
    void aNumberIsDialledWithoutWhatMakesItReadable() {
        assertThat(HelpTarget.of(Kind.PHONE, "+1 (555) 01-00")).isEqualTo("tel:+15550100");
        assertThat(HelpTarget.of(Kind.PHONE, "ask your manager")).isEmpty();
    }
}
