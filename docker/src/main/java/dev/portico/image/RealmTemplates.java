package dev.portico.image;

import dev.portico.launcher.keycloak.DemoRealms;
import dev.portico.launcher.keycloak.RealmAddresses;
import dev.portico.launcher.keycloak.RealmSecrets;
import dev.portico.launcher.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demonstration's realms for Keycloak's image: those of the launcher, with names in place of addresses and secrets. */
final class RealmTemplates {
    private static final RealmAddresses ADDRESSES =
            new RealmAddresses("@PORTICO_PUBLIC_URL@", "@PORTICO_SMTP_HOST@", "@PORTICO_SMTP_PORT@");

    private static final RealmSecrets SECRETS =
            new RealmSecrets("@PORTICO_KEYCLOAK_CLIENT_SECRET@", "@PORTICO_KEYCLOAK_ACCOUNTS_SECRET@");

    private RealmTemplates() {}

    static void write(Path folder) {
        var realms = new DemoRealms();
        Folders.delete(folder);
        Folders.create(folder);
        for (var realm : realms.names()) {
            var rendered = realms.render(realm, ADDRESSES, SECRETS);
            try {
                Files.writeString(folder.resolve(realm + ".json"), rendered.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
