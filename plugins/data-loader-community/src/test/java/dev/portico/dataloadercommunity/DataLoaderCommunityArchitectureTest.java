package dev.portico.dataloadercommunity;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DataLoaderCommunityArchitectureTest {
    @Test
    void knowsThePluginApiAndTheJdkOnly() {
        var plugin = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.portico.dataloadercommunity");
        assertThat(plugin.contain(CommunityDoor.class)).isTrue();
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "dev.portico.dataloadercommunity..",
                        "dev.portico.plugin",
                        "dev.portico.plugin.settings..",
                        "dev.portico.plugin.text..",
                        "dev.portico.plugin.web..",
                        "org.pf4j..",
                        "org.jspecify..",
                        "java..")))
                .check(plugin);
    }
}
