package dev.portico.launcher.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/** The SMTP and IMAP servers. While they are stopped they keep their mailboxes, and the numbers of the mails there. */
final class SinkServers extends GreenMail {
    private static final String LOOPBACK = "127.0.0.1";

    SinkServers(int smtpPort, int imapPort) {
        super(new ServerSetup[] {
            new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
    }

    @Override
    public synchronized void stop() {
        var kept = managers;
        super.stop();
        managers = kept;
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        var services = super.createServices(setups, managers);
        services.replaceAll((protocol, server) -> protocol.equals(ServerSetup.PROTOCOL_IMAP)
                ? new PromptImapServer(server.getServerSetup(), managers)
                : server);
        return services;
    }

    /** Sends each part of an answer at once; otherwise each waits 40 ms until the client acknowledges the one before. */
    private static final class PromptImapServer extends AbstractServer {
        PromptImapServer(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            try {
                client.setTcpNoDelay(true);
            } catch (SocketException e) {
                throw new UncheckedIOException(e);
            }
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
        }
    }
}
