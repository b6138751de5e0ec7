package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "<img src=x onerror=evil()>",
                "<img src=\"https://evil.example/pixel.gif\">",
                "<img src=\"//evil.example/pixel.gif\">",
                "<img srcset=\"https://evil.example/a 1x\" src=cid:a>",
                "<img src=\"data:image/svg+xml,<svg onload=evil()>\">",
                "<svg><image href=\"https://evil.example/\"></svg>",
                "<svg onload=evil()>",
                "<math><mtext><table><mglyph><style><img src=evil onerror=evil()>",
                "<noscript><p title=\"</noscript><img src=x onerror=evil()>\">",
                "<link rel=stylesheet href=https://evil.example/>",
                "<style>@import url(https://evil.example/)</style>",
                "<p style=\"background:url(https://evil.example/)\">x</p>",
                "<table background=\"https://evil.example/\"><tr><td background=https://evil.example/>x</table>",
                "<a href=\"javascript:evil()\">x</a>",
                "<a href=\" java\nscript:evil()\">x</a>",
                "<a href=\"&#1;javascript:evil()\">x</a>",
                "<a href=\"data:text/html,evil\">x</a>",
                "<iframe src=https://evil.example/></iframe>",
                "<object data=https://evil.example/></object>",
                "<video src=https://evil.example/ poster=https://evil.example/></video>",
                "<form action=https://evil.example/><input name=evil value=evil><button formaction=https://evil.example/>x</button></form>",
                "<base href=https://evil.example/><a href=/x>x</a><img src=/x>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
                "<body onload=evil() background=https://evil.example/>x",
                "<blockquote cite=https://evil.example/>x</blockquote>",
                "<p id=evil class=evil>x",
                "<!--[if IE]><img src=https://evil.example/><![endif]-->"
            })
    void letsNothingHarmfulThrough(String html) {
        var mail = Mails.readHtml("<p>before</p>" + html);
        assertThat(mail.body().html().orElseThrow())
                .contains("before")
                .doesNotContain("evil", "script:", "onerror", "style=");
    }

    @Test
    void keepsStructureAndLinks() {
        var html = "<h1>T</h1><ul><li>a</li></ul><table><tbody><tr><td>b</td></tr></tbody></table>";
        assertThat(html(html)).isEqualTo(html);
        assertThat(html("<a href=\"https://acme.example/?a=1&amp;b\" onclick=x target=_top>l</a>"))
                .isEqualTo("<a href=\"https://acme.example/?a=1&amp;b\" rel=\"nofollow noopener noreferrer\">l</a>");
        assertThat(html("<a href=mailto:ana@acme.example>l</a>")).contains("mailto:ana@acme.example");
    }

    @Test
    void putsTheirTextInPlaceOfImages() {
        assertThat(html("a<img src=https://x.example/b.png alt=\"Our <b>logo\">c"))
                .isEqualTo("a[Our &lt;b&gt;logo]c");
        assertThat(html("a<img src=https://x.example/pixel>c")).isEqualTo("ac");
        assertThat(html("<img src=CID:a%22b%40c>")).isEqualTo("<img src=\"cid:a&quot;b@c\">");
    }

    @Test
    void dropsWhatIsHidden() {
        assertThat(html("<div style=\"DISPLAY : none\">preheader</div><span hidden>x</span>shown"))
                .isEqualTo("shown");
    }

    @Test
    void stripsWhatTurnsText() {
        assertThat(html("a&#x202e;b&#0;&#7;c\uE000d")).doesNotContain("\u202e", "\0", "\u0007", "\uE000");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"),
                Arguments.of("<div>One</div><div>Two</div><div><br></div><div>Three</div>", "One\nTwo\n\nThree"),
                Arguments.of("a\n  b&nbsp; c", "a b c"),
                Arguments.of("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"),
                Arguments.of("<ol><li>a<li>b<ul><li>x</ul><li>c</ol>", "1. a\n2. b\n\n- x\n\n3. c"),
                Arguments.of("See <a href=https://x.example/a>this</a>.", "See this (https://x.example/a)."),
                Arguments.of("<a href=https://x.example/>https://x.example/</a>", "https://x.example/"),
                Arguments.of("<a href=mailto:a@x.example>a@x.example</a>", "a@x.example"),
                Arguments.of("<a href=https://x.example/ data-shown>bank</a>", "bank (https://x.example/)"),
                Arguments.of("<pre>a\n  b\n</pre>c", "a\n  b\n\nc"),
                Arguments.of("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
                Arguments.of("a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>", "a\n\n> b\n> c\n>\n>> d"),
                Arguments.of("<style>p{}</style><title>t</title>a<script>b</script>", "a"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesPlainText(String html, String text) {
        assertThat(Mails.readHtml(html).body().text().replaceAll("(?m) +$", "")).isEqualTo(text);
    }

    @Test
    void readsTheCharsetThatTheDocumentNames() {
        var raw = "Content-Type: text/html\r\n\r\n<meta charset='iso-8859-15'><p>5 \u00a4"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Mails.read(raw).body().text()).isEqualTo("5 €");
    }

    private static String html(String html) {
        return Mails.readHtml(html).body().html().orElseThrow();
    }
}
