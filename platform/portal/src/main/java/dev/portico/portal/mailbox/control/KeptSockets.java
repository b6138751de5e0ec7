package dev.portico.portal.mailbox.control;

import dev.portico.portal.outgoing.control.CheckedSocket;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Keeps hold of the connections below the mail library: closing them is the one way that surely ends whoever waits for the
 * server, whatever that one does. Protection is laid over it.
 */
public final class KeptSockets extends SocketFactory {
    private static final Logger LOG = System.getLogger(KeptSockets.class.getName());

    private volatile boolean trusted;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean closed;

    /** The server may have a private address. */
    void trust() {
        trusted = true;
    }

    /** Those that there are, and those that are still to come. */
    public synchronized void close() {
        closed = true;
        drop();
    }

    /** Those that there are. */
    synchronized void drop() {
        sockets.forEach(KeptSockets::close);
        sockets.clear();
    }

    synchronized boolean closed() {
        return closed;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "A connection to a mail server had ended", gone);
        }
    }

    private synchronized Socket keep(Socket socket) {
        sockets.add(socket);
        if (closed) {
            close(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket() {
        return keep(new CheckedSocket(trusted));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        var socket = createSocket();
        socket.connect(to);
        return socket;
    }
}
