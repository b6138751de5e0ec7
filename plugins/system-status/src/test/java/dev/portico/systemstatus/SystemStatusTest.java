package dev.portico.systemstatus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.portico.plugin.feed.Feed;
import dev.portico.plugin.feed.FeedReader;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.plugin.issue.KnownIssue;
import dev.portico.plugin.issue.KnownIssueSource;
import dev.portico.plugin.news.News;
import dev.portico.plugin.news.NewsSource;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.RunningPlugin;
import dev.portico.plugin.testkit.TextCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemStatusTest {
    @Test
    void everyTextIsThereInBothLanguagesAndUsed() {
        assertThat(PluginUnderTest.messageProblems(World.PLUGIN)).isEmpty();
    }

    @Test
    void spanishNeverSaysUsted() {
        assertThat(TextCheck.formalSpanish(World.PLUGIN)).isEmpty();
    }

    @Test
    void portalCallsItWithTheLibrariesThatItBrings() {
        var tenant = World.withStatuspage();
        try (var running = RunningPlugin.start(World.PLUGIN)) {
            List<Feed> feeds = running.answer(FeedReader.class, tenant, reader -> reader.feeds(tenant));
            assertThat(feeds).hasSize(3);
            var result = new FeedResult.Fetched(
                    feeds.get(0), Instant.parse("2026-03-01T09:00:10Z"), World.document("summary-incident.json"), "");

            Optional<String> problem = running.answer(FeedReader.class, tenant, reader -> reader.take(tenant, result));
            List<KnownIssue> issues = running.answer(KnownIssueSource.class, tenant, source -> source.current(tenant));
            List<News> news = running.answer(NewsSource.class, tenant, source -> source.pending(tenant));

            assertThat(problem).isEmpty();
            assertThat(issues).hasSize(1);
            assertThat(news).hasSize(1);
        }
    }

    @Test
    void knowsThePluginApiTheJdkAndItsTwoLibrariesOnly() {
        var plugin = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.portico.systemstatus");
        assertThat(plugin.contain(StatusFeeds.class)).isTrue();
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "dev.portico.systemstatus..",
                        "dev.portico.plugin",
                        "dev.portico.plugin.feed..",
                        "dev.portico.plugin.issue..",
                        "dev.portico.plugin.job..",
                        "dev.portico.plugin.manifest..",
                        "dev.portico.plugin.news..",
                        "dev.portico.plugin.settings..",
                        "dev.portico.plugin.table..",
                        "dev.portico.plugin.text..",
                        "dev.portico.plugin.web..",
                        "com.google.gson..",
                        "org.jsoup..",
                        "org.pf4j..",
                        "org.jspecify..",
                        "javax.xml.stream..",
                        "java..")))
                .check(plugin);
        slices().matching("dev.portico.systemstatus.(*)..")
                .should()
                .beFreeOfCycles()
                .check(plugin);
    }
}
