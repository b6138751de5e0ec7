package dev.portico.dataloadercommunity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.settings.SettingFault;
import dev.portico.plugin.settings.SettingsCheck;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.Requests;
import dev.portico.plugin.testkit.RunningPlugin;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.WebHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataLoaderCommunityTest {
    private static final PluginPackage PLUGIN = PluginUnderTest.read();

    private final TenantViews tenant = TenantViews.of("data-loader", PLUGIN);

    @Test
    void messagesAreCompleteInBothLanguagesAndAllUsed() {
        assertThat(PluginUnderTest.messageProblems(PLUGIN)).isEmpty();
    }

    @Test
    void answersThroughTheGuard() {
        var view = tenant.with("direct", true).view();
        var asked = Requests.of(PLUGIN, "entry").rest("any", "deep", "link").get();

        try (var running = RunningPlugin.start(PLUGIN)) {
            Answer answer = running.answer(WebHandler.class, view, door -> door.answer(view, asked));
            List<SettingFault> faults = running.answer(SettingsCheck.class, view, check -> check.check(view));

            assertThat(answer).isEqualTo(new Answer.Away(URI.create("https://community.jitterbit.com/")));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void thePageSaysWhereAndLeadsThereAfterAWhile() {
        var page = (Page) answer();

        assertThat(page.sections()).singleElement().satisfies(section -> assertThat(section.blocks())
                .filteredOn(Block.Departure.class::isInstance)
                .extracting(block -> ((Block.Departure) block).to() + " " + ((Block.Departure) block).seconds())
                .containsExactly("https://community.jitterbit.com/ 10"));
    }

    @Test
    void aTargetThatIsNotAllowedIsAPageWithoutAWay() {
        tenant.with("target", "https://evil.example/").with("direct", true);

        assertThat(((Page) answer()).sections().get(0).blocks()).hasOnlyElementsOfType(Block.Blank.class);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("target", "http://community.jitterbit.com/", "target"),
                fault("target", "https://user@community.jitterbit.com/", "target"),
                fault("target", "https://community.jitterbit.com:8443/", "target"),
                fault("target", "https://evil.example/", "target"),
                fault("hosts", hosts("community.jitterbit.com", "https://evil.example"), "hosts"),
                fault("hosts", hosts("community.jitterbit.com", "evil.example/path"), "hosts"),
                fault("hosts", hosts("community.jitterbit.com", "*.jitterbit.com"), "hosts"),
                fault("hosts", hosts("community.jitterbit.com", "evil.example:8443"), "hosts"),
                fault("hosts", hosts("community.jitterbit.com", "localhost"), "hosts"),
                fault("hosts", hosts("community.jitterbit.com", "127.0.0.1"), "hosts"),
                fault("hosts", hosts("community.jitterbit.com", "a@b.example"), "hosts"),
                fault("hosts", hosts("other.example"), "target"),
                fault("seconds", 2L, "seconds"),
                fault("seconds", 61L, "seconds"),
                fault("seconds", -1L, "seconds"));
    }

    private static Arguments fault(String setting, Object value, String at) {
        return Arguments.of(setting, value, at);
    }

    private static Map<String, List<String>> hosts(String... names) {
        return Map.of("es", List.of(names));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void whatWouldLeadAstrayIsNotSaved(String setting, Object value, String at) {
        assertThat(new CommunitySettings().check(tenant.with(setting, value).view()))
                .extracting(SettingFault::setting)
                .containsExactly(at);
    }

    @Test
    void hostsOfAllLanguagesCountAndMayBeWrittenLarge() {
        tenant.with("hosts", Map.of("en", List.of("other.example"), "es", List.of(" Community.Jitterbit.COM ")))
                .with("seconds", 0L);

        assertThat(new CommunitySettings().check(tenant.view())).isEmpty();
        assertThat(answer()).isInstanceOf(Page.class);
    }

    private Answer answer() {
        return new CommunityDoor()
                .answer(tenant.view(), Requests.of(PLUGIN, "entry").get());
    }
}
