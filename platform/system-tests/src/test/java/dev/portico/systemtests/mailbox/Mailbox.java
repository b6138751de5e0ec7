package dev.portico.systemtests.mailbox;

import dev.portico.launcher.Stack;
import dev.portico.systemtests.PortalStack;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A tenant's mailbox at the stack's mail server, by IMAP as it is on the wire: no library puts a mail right. */
final class Mailbox implements AutoCloseable {
    private static final Pattern LITERAL = Pattern.compile(".*\\{(\\d+)}\r\n", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("UIDNEXT (\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final List<byte[]> literals = new ArrayList<>();
    private int tag;

    Mailbox(PortalStack stack, String tenant) throws IOException {
        socket = new Socket("127.0.0.1", stack.own().settings().ports().imap());
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        line();
        command("LOGIN " + Stack.supportAddress(tenant) + " " + stack.own().mailboxPassword(tenant));
        command("SELECT INBOX");
    }

    /** The number that the next mail will have. */
    long next() throws IOException {
        var match = NEXT.matcher(command("STATUS INBOX (UIDNEXT)"));
        if (!match.find()) {
            throw new IOException("The server numbers no mails");
        }
        return Long.parseLong(match.group(1));
    }

    /** @return whether the server takes such a mail at all */
    boolean append(byte[] mail) throws IOException {
        send(++tag + " APPEND INBOX {" + mail.length + "}\r\n");
        line();
        out.write(mail);
        send("\r\n");
        return answer().contains(tag + " OK");
    }

    /** Those from this number on, as the server has them. */
    List<byte[]> from(long uid) throws IOException {
        literals.clear();
        command("UID FETCH " + uid + ":* (BODY.PEEK[])");
        return List.copyOf(literals);
    }

    private String command(String command) throws IOException {
        send(++tag + " " + command + "\r\n");
        return answer();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private String answer() throws IOException {
        var answer = new StringBuilder();
        for (var line = line(); ; line = line()) {
            answer.append(line);
            var literal = LITERAL.matcher(line);
            if (literal.matches()) {
                literals.add(in.readNBytes(Integer.parseInt(literal.group(1))));
            } else if (line.startsWith(tag + " ")) {
                return answer.toString();
            }
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("The server has ended");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
