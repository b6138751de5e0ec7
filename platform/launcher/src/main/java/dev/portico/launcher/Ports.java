package dev.portico.launcher;

import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The stack's six ports on loopback. */
public record Ports(int portal, int keycloak, int mailPage, int smtp, int imap, int database) {

    /** One of the ports: what it is for and which system property sets it. */
    record Named(String purpose, String property, int number) {}

    List<Named> named() {
        return List.of(
                new Named("portal", "portico.port", portal),
                new Named("Keycloak", "portico.keycloak.port", keycloak),
                new Named("mail page", "portico.mail.port", mailPage),
                new Named("SMTP", "portico.smtp.port", smtp),
                new Named("IMAP", "portico.imap.port", imap),
                new Named("database", "portico.db.port", database));
    }

    static Ports from(Properties properties) {
        return new Ports(
                port(properties, "portico.port", 8080),
                port(properties, "portico.keycloak.port", 8180),
                port(properties, "portico.mail.port", 8025),
                port(properties, "portico.smtp.port", 8026),
                port(properties, "portico.imap.port", 8027),
                port(properties, "portico.db.port", 54329));
    }

    private static int port(Properties properties, String name, int standard) {
        var text = properties.getProperty(name, "").strip();
        if (text.isEmpty()) {
            return standard;
        }
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as for a number out of range.
        }
        throw LaunchException.of("port.invalid", name, text);
    }

    /** Six ports that nobody listens on at this moment. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < 6; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var numbers = sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(
                    numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
