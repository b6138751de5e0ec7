package dev.portico.portal.extension.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.portico.i18n.Messages;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Input;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.portal.extension.control.PageSize;
import dev.portico.portal.extension.control.RedirectHosts;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Addresses;
import dev.portico.portal.web.CurrentRoute;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageReadingTest {
    private static final Text WORD = Text.written("word");
    private static final Addresses ADDRESSES = new Addresses(
            new CurrentRoute(), new PublicAddresses(URI.create("https://x.example/")), new TenantContext());

    private static PageView read(List<Block> blocks) {
        return read(Page.of(WORD, List.of(new Section(Optional.empty(), blocks))));
    }

    private static PageView read(Page page) {
        var reader = new Reader(Locale.ENGLISH, Locale.US, ZoneOffset.UTC);
        var texts = new PluginTexts(new Messages(List.of()), reader);
        return new PageReading(texts, reader, ADDRESSES, new RedirectHosts(Set.of()), new PageSize()).read(page);
    }

    @Test
    void a_page_that_is_large_is_read() {
        var days = new Block.Facts(Collections.nCopies(30, new Block.Fact(WORD, WORD)));
        assertThat(read(Collections.nCopies(400, days)).sections().get(0).blocks())
                .hasSize(400);
    }

    @Test
    void a_page_without_end_is_not() {
        Block word = new Block.Paragraph(WORD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Collections.nCopies(1_000_000, word)))
                .withMessage("The page has more than 500 blocks");
        var row = new Block.Row(List.of(Block.Cell.of(WORD)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> read(List.of(new Block.Table(WORD, List.of(WORD), Collections.nCopies(1_000_000, row)))))
                .withMessage("The page has more than 20000 parts");
        var link = new Link(WORD, dev.portico.plugin.web.Address.site(URI.create("https://x.example/")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(List.of(new Block.Buttons(Collections.nCopies(1_000_000, link)))))
                .withMessage("The page has more than 20000 parts");
        Block book = new Block.Paragraph(Text.written("x".repeat(10_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Collections.nCopies(101, book)))
                .withMessage("The page has more than 1000000 characters");
    }

    @SuppressWarnings("NullAway") // as a plugin could
    static Stream<Block> incomplete() {
        return Stream.of(
                new Block.Paragraph(null),
                new Block.Paragraph(Text.written(null)),
                new Block.Callout(null, WORD, WORD, List.of()),
                new Block.Facts(List.of(new Block.Fact(WORD, null))),
                new Block.States(List.of(new Block.State(WORD, null, Optional.empty(), Tone.CRITICAL, WORD))),
                new Block.Timeline(List.of(new Block.Event(null, Tone.CRITICAL, WORD, Optional.empty(), WORD))),
                new Block.Buttons(List.of(new Link(WORD, null))),
                new Block.Pager(null, Optional.empty()),
                new Block.Form(null, List.of(), WORD, false),
                new Block.Form("form", List.of(Input.of(null, Input.Kind.TEXT, WORD)), WORD, false),
                new Block.Form("form", List.of(Input.of("name", null, WORD)), WORD, false),
                new Block.Form("form", List.of(Input.hidden(null, "value")), WORD, false));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void what_is_missing_is_found_before_the_page_is_written(Block block) {
        assertThatNullPointerException().isThrownBy(() -> read(List.of(block)));
    }
}
