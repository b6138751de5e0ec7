package dev.portico.dataloadercommunity;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.plugin.web.WebHandler;
import dev.portico.plugin.web.WebRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Answers every address of the programme: with the community, or with a page that says where it is. */
@Extension
public final class CommunityDoor implements WebHandler {
    @Override
    public Answer answer(TenantView tenant, WebRequest request) {
        var settings = tenant.settings();
        var destination = Destination.of(settings, request);
        if (destination.isEmpty()) {
            return closed();
        }
        return settings.flag("direct")
                ? new Answer.Away(destination.get())
                : page(destination.get(), settings.number("seconds").orElse(0L).intValue());
    }

    private static Page page(URI destination, int seconds) {
        var facts = new Block.Facts(List.of(
                new Block.Fact(Text.of("page.site"), Text.written(destination.getHost())),
                new Block.Fact(Text.of("page.where"), Text.written(destination.toString()))));
        var where = Section.of(
                new Block.Paragraph(Text.of("page.why")),
                facts,
                new Block.Departure(destination, seconds, Text.of("page.go")),
                new Block.Paragraph(Text.of("page.account")));
        return new Page(
                Text.of("page.title"), Optional.of(Text.of("page.lead")), Optional.empty(), List.of(), List.of(where));
    }

    private static Page closed() {
        return Page.of(
                Text.of("page.title"),
                List.of(Section.of(new Block.Blank(Text.of("page.closed.title"), Text.of("page.closed"), List.of()))));
    }
}
