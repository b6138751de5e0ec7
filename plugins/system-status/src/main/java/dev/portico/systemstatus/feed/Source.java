package dev.portico.systemstatus.feed;

import dev.portico.plugin.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A status page that the tenant follows.
 *
 * @param id what the tables know it by
 * @param address as the administrator entered it, without a slash at its end
 */
public record Source(String id, String address, List<Part> parts) {
    /** What staff wrote. */
    public static final String MANUAL = "manual";

    private static final String STATUSPAGE = "statuspage";
    private static final String SUMMARY = "statuspage-summary";
    private static final String STATUS_IO = "statusio";
    private static final String SYNDICATION = "feed";

    /** How long an entry of RSS or Atom counts as active after its last change, unless it says that it is over. */
    public static final Duration LAPSE = Duration.ofHours(24);

    /** One of its documents. */
    public record Part(String id, URI address, Documents kind) {}

    public Source {
        parts = List.copyOf(parts);
    }

    /** Those of the settings. */
    public static List<Source> of(Settings settings) {
        var sources = new ArrayList<Source>();
        address(settings, "statuspageUrl").map(Source::statuspage).ifPresent(sources::add);
        address(settings, "statusIoUrl")
                .map(address -> single(STATUS_IO, address, Documents.STATUS_IO))
                .ifPresent(sources::add);
        address(settings, "feedUrl")
                .map(address -> single(SYNDICATION, address, Documents.SYNDICATION))
                .ifPresent(sources::add);
        return sources;
    }

    /** Whether its incidents need not say when they are over. */
    public static boolean lapses(String id) {
        return id.equals(SYNDICATION);
    }

    /** Whether the document of that id says how components are. */
    public static boolean tellsComponents(String part) {
        return part.equals(SUMMARY) || part.equals(STATUS_IO);
    }

    private static Source statuspage(String address) {
        var api = address.replaceFirst("/api/v2(/.*)?$", "") + "/api/v2/";
        return new Source(
                STATUSPAGE,
                address,
                List.of(
                        part(SUMMARY, api + "summary.json", Documents.STATUSPAGE_SUMMARY),
                        part("statuspage-incidents", api + "incidents.json", Documents.STATUSPAGE_INCIDENTS),
                        part(
                                "statuspage-maintenance",
                                api + "scheduled-maintenances.json",
                                Documents.STATUSPAGE_MAINTENANCE)));
    }

    private static Source single(String id, String address, Documents kind) {
        return new Source(id, address, List.of(part(id, address, kind)));
    }

    private static Part part(String id, String address, Documents kind) {
        return new Part(id, URI.create(address), kind);
    }

    private static Optional<String> address(Settings settings, String id) {
        return settings.text(id)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceFirst("/+$", ""));
    }
}
