package dev.portico.dataloadercommunity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.Requests;
import dev.portico.plugin.testkit.TenantViews;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a visitor sends, they are led to the administrator's host or nowhere (E1). */
class DestinationTest {
    private static final PluginPackage PLUGIN = PluginUnderTest.read();
    private static final String LONG = "a".repeat(1_001);

    private final TenantViews tenant = TenantViews.of("data-loader", PLUGIN);
    private final Requests request = Requests.of(PLUGIN, "entry");

    @Test
    void nothingIsCarriedUnlessTheAdministratorLetsIt() {
        assertThat(destination(request.rest("any", "deep", "link").query("q", "1")))
                .isEqualTo("https://community.jitterbit.com/");
    }

    @Test
    void pathAndQueryAreCarriedWhereTheAdministratorLetsThem() {
        tenant.with("target", "https://community.jitterbit.com/p/data loader".replace(" ", "%20") + "/?src=portal#top");
        request.rest("any", "deep link", "ñ")
                .query("q", "a&b=c")
                .query("q", "#d")
                .query("", "x");

        tenant.with("carryPath", true);
        assertThat(destination(request))
                .isEqualTo("https://community.jitterbit.com/p/data%20loader/any/deep%20link/%C3%B1?src=portal#top");
        tenant.with("carryQuery", true);
        assertThat(destination(request))
                .isEqualTo("https://community.jitterbit.com/p/data%20loader/any/deep%20link/%C3%B1"
                        + "?src=portal&q=a%26b%3Dc&q=%23d&=x#top");
        tenant.with("carryPath", false);
        assertThat(destination(request))
                .isEqualTo("https://community.jitterbit.com/p/data%20loader/?src=portal&q=a%26b%3Dc&q=%23d&=x#top");
    }

    @Test
    void theFirstPageLeadsToTheTargetItself() {
        tenant.with("carryPath", true).with("carryQuery", true);
        assertThat(destination(request)).isEqualTo("https://community.jitterbit.com/");
        tenant.with("target", "https://community.jitterbit.com");
        assertThat(destination(request)).isEqualTo("https://community.jitterbit.com/");
    }

    static Stream<String> tricks() {
        return Stream.of(
                "//evil.example",
                "/evil.example",
                "\\evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "@evil.example",
                "user:secret@evil.example",
                ":8443",
                ":443@evil.example",
                ".evil.example",
                "..",
                ".",
                "...",
                "../..",
                "..\\..",
                "%2e%2e",
                "%2e%2e%2f",
                "%5c",
                "..;",
                ". .",
                "\u2024\u2024",
                "\uff0e\uff0e",
                "\u3002\u3002",
                "\uff61\uff61",
                "\ufe52",
                "\u2025",
                "\uff0fevil.example",
                "\u2044evil.example",
                "\u2215evil.example",
                "\uff3cevil.example",
                "\u202eelpmaxe.live",
                "\u200b",
                "\u2028",
                "\ud800",
                "x\r\nLocation: https://evil.example",
                "x\nSet-Cookie: a=b",
                "\r\n\r\n<script>alert(1)</script>",
                "\u0000",
                "\t",
                "javascript:alert(1)",
                "data:text/html,<script>",
                "https://evil.example",
                "https:evil.example",
                "http://evil.example",
                "?next=https://evil.example",
                "#@evil.example",
                ";@evil.example",
                "&url=//evil.example",
                "=https://evil.example",
                "[::1]",
                "127.0.0.1",
                "",
                " ",
                LONG);
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void noTrickLeavesTheHost(String trick) {
        tenant.with("carryPath", true).with("carryQuery", true).with("target", "https://community.jitterbit.com/t");
        for (var tricky : List.of(
                request().rest(trick),
                request().rest(trick, trick),
                request().rest("a", trick),
                request().rest(trick, "a"),
                request().query(trick, "1"),
                request().query("a", trick),
                request().rest(trick).query(trick, trick))) {
            var text = destination(tricky);
            var to = URI.create(text);
            assertThat(text).matches("https://community\\.jitterbit\\.com/t(/[^\\s\\\\]*)?(\\?[^\\s\\\\#]*)?");
            assertThat(to.getHost()).isEqualTo("community.jitterbit.com");
            assertThat(to.getPort()).isEqualTo(-1);
            assertThat(to.getRawUserInfo()).isNull();
            assertThat(to.getRawFragment()).isNull();
            assertThat(to.normalize().getRawPath()).isEqualTo(to.getRawPath()).startsWith("/t");
            assertThat(text).hasSizeLessThan(3_000).doesNotContainIgnoringCase("%0d", "%0a", "%00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "a\\b", "\uff0e\uff0e", "x\r\ny", "\u200b"})
    void aTrickyPathIsNotCarriedAtAll(String trick) {
        tenant.with("carryPath", true);
        assertThat(destination(request.rest("fine", trick))).isEqualTo("https://community.jitterbit.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://community.jitterbit.com/",
                "https://evil.example/",
                "https://community.jitterbit.com.evil.example/",
                "https://community.jitterbit.com@evil.example/",
                "https://user@community.jitterbit.com/",
                "https://community.jitterbit.com:8443/",
                "https:community.jitterbit.com",
                "//community.jitterbit.com",
                "https://community.jitterbit.com./",
                "https://community.jitterbit.com%2eevil.example/",
                "https://\u0441ommunity.jitterbit.com/",
                "https://community.jitterbit\u3002com/",
                "https://xn--ommunity-b2e.jitterbit.com/",
                "javascript:alert(1)",
                "no address at all"
            })
    void aTargetThatIsNotAllowedLeadsNowhere(String target) {
        tenant.with("target", target);
        assertThat(Destination.of(tenant.view().settings(), request.get())).isEmpty();
    }

    @Test
    void withoutHostsItLeadsNowhere() {
        tenant.with("hosts", Map.of());
        assertThat(Destination.of(tenant.view().settings(), request.get())).isEmpty();
    }

    private static Requests request() {
        return Requests.of(PLUGIN, "entry");
    }

    private String destination(Requests asked) {
        return Destination.of(tenant.view().settings(), asked.get())
                .orElseThrow()
                .toString();
    }
}
