package dev.portico.portal.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.Desk;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Settings;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.ReplyTokens;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.control.ParticipantStore.Involved;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.Opening;
import dev.portico.portal.ticket.entity.Part;
import dev.portico.portal.ticket.entity.Participant;
import dev.portico.portal.ticket.entity.Requester;
import dev.portico.portal.ticket.entity.Ticket;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NotifierTest {
    private static final Actor AGENT = new Actor(Role.AGENT, "agent", "Bo", "agent@staff.example", Languages.ENGLISH);

    private final List<MailRequest> sent = new ArrayList<>();
    private final Notifier notifier = new Notifier();
    private final List<Involved> involved = new ArrayList<>();
    private Notifications wanted = Notifications.ALL;

    @BeforeEach
    void stand() {
        notifier.accounts = new AccountStore() {
            @Override
            public Optional<Account> find(String subject) {
                return Optional.of(account(subject, Languages.ENGLISH));
            }
        };
        notifier.participants = new ParticipantStore() {
            @Override
            public List<Involved> of(Ticket ticket) {
                return involved;
            }
        };
        notifier.tokens = new ReplyTokens() {
            @Override
            public String muting(String tenantId, long ticketNumber, String recipient) {
                return "of-" + recipient;
            }
        };
        notifier.outbox = new Outbox() {
            @Override
            public void enqueue(MailRequest request) {
                sent.add(request);
            }
        };
        notifier.addresses = new PublicAddresses() {
            @Override
            public URI ticket(Tenant tenant, long number) {
                return URI.create("http://portal.example/" + number);
            }

            @Override
            public URI staffTicket(Tenant tenant, long number) {
                return URI.create("http://portal.example/staff/" + number);
            }
        };
        notifier.tenants = new TenantContext();
        notifier.tenants.enter(new Tenant(
                "harmony",
                false,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Languages.ENGLISH,
                Languages.SUPPORTED,
                ZoneOffset.UTC,
                "#000",
                "#fff",
                1,
                1));
        notifier.texts = new Texts();
    }

    private Account account(String subject, Locale language) {
        var profile = Account.Profile.of("Ana", subject + "@acme.example", true, Optional.empty());
        var preferences = new Account.Preferences(language, language, ZoneOffset.UTC, wanted);
        return Account.ofRealm(subject, profile, preferences, Instant.EPOCH);
    }

    private Participant takes(String subject, Part part, Locale language) {
        var participant = new Participant(17, subject, part, Instant.EPOCH);
        involved.add(new Involved(participant, account(subject, language)));
        return participant;
    }

    private List<String> told() {
        return sent.stream().map(mail -> mail.to().address()).toList();
    }

    @Test
    void whoeverTakesPartIsToldWhatTheRequesterIsToldEachInTheirLanguage() {
        takes("luz", Part.TAKING_PART, Languages.SPANISH);
        takes("named", Part.NAMED, Languages.ENGLISH);
        takes("left", Part.DECLINED, Languages.ENGLISH);
        takes("silent", Part.TAKING_PART, Languages.ENGLISH).mute(true);
        var event = TicketEvent.AGENT_REPLIED;
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, "said"));

        assertThat(told()).containsExactly("ana@acme.example", "luz@acme.example", "team@staff.example");
        assertThat(sent.get(1).to().language()).isEqualTo(Languages.SPANISH);
        assertThat(sent.get(1).unsubscribing().orElseThrow().leave().target().toString())
                .endsWith("/tickets/17/mute/of-luz@acme.example");
        assertThat(sent.get(2).unsubscribing()).as("it is their work").isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatTheyDidThemselves() {
        takes("luz", Part.TAKING_PART, Languages.SPANISH);
        var event = TicketEvent.CUSTOMER_COMMENTED;
        var luz = new Actor(Role.CUSTOMER, "luz", "Luz", "luz@acme.example", Languages.SPANISH);
        notifier.announce(new Announcement(desk(event), ticket(), event, luz, "said"));

        assertThat(told()).containsExactly("ana@acme.example", "team@staff.example");
    }

    @Test
    void requesterIsNotToldOfATicketWhoseMailsTheyEnded() {
        takes("ana", Part.REQUESTER, Languages.ENGLISH).mute(true);
        var event = TicketEvent.CLOSED;
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, ""));

        assertThat(told()).containsExactly("team@staff.example");
    }

    /** As if the rules of manifests had let the rule through. */
    @ParameterizedTest
    @EnumSource(TicketEvent.class)
    void requesterNeverLearnsOfWhatIsInternalWhateverTheManifestSays(TicketEvent event) {
        takes("luz", Part.TAKING_PART, Languages.SPANISH);
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, "secret", true));

        assertThat(sent).extracting(mail -> mail.to().address()).containsExactly("team@staff.example");
        assertThat(sent).noneMatch(MailRequest::visibleToRequester);
    }

    @Test
    void noteIsInternalEvenIfNobodySaysSo() {
        var event = TicketEvent.NOTE_ADDED;
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, "secret"));

        assertThat(sent).extracting(mail -> mail.to().address()).containsExactly("team@staff.example");
    }

    @Test
    void requesterIsToldOfAFileThatIsNotInternal() {
        var event = TicketEvent.ATTACHED;
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, "", false));

        assertThat(sent)
                .extracting(mail -> mail.to().address())
                .containsExactly("ana@acme.example", "team@staff.example");
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT_REPLIED, true, false",
        "ATTACHED, true, false",
        "STATUS_CHANGED, false, true",
        "CLOSED, false, true",
        "SEVERITY_CHANGED, false, true",
    })
    void requesterIsToldOfWhatTheyChose(TicketEvent event, boolean answer, boolean change) {
        wanted = new Notifications(answer, change, false);
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, ""));
        assertThat(sent).extracting(mail -> mail.to().address()).contains("ana@acme.example");
        sent.clear();

        wanted = new Notifications(!answer, !change, true);
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, ""));
        assertThat(sent).extracting(mail -> mail.to().address()).containsExactly("team@staff.example");
    }

    @Test
    void receiptIsSentToWhoeverWantsNoOtherMails() {
        wanted = Notifications.NONE;
        var event = TicketEvent.CREATED;
        notifier.announce(new Announcement(desk(event), ticket(), event, AGENT, ""));
        assertThat(sent).extracting(mail -> mail.to().address()).contains("ana@acme.example");
    }

    /** The ticket's level is 1. */
    @Test
    void ruleForSomeLevelsIsSilentAboutTheOthers() {
        var event = TicketEvent.CREATED;
        var team = new Recipient.Addresses("team");
        var ofLess = desk(new Notification(event, team, "mail", List.of("2", "3")));
        notifier.announce(new Announcement(ofLess, ticket(), event, AGENT, ""));
        assertThat(sent).isEmpty();

        var ofMost = desk(new Notification(event, team, "mail", List.of("1", "2")));
        notifier.announce(new Announcement(ofMost, ticket(), event, AGENT, ""));
        assertThat(sent).extracting(mail -> mail.to().address()).containsExactly("team@staff.example");
    }

    private static TenantDesk desk(TicketEvent event) {
        return desk(
                new Notification(event, new Recipient.Requester(), "mail"),
                new Notification(event, new Recipient.Addresses("team"), "mail"));
    }

    private static TenantDesk desk(Notification... notifications) {
        var type =
                new TicketType("case", "case", "severity", "case", Optional.empty(), List.of(), List.of(notifications));
        var scale = new Scale("severity", "severity", List.of());
        var workflow = new Workflow("case", "open", List.of(status()), List.of(), Map.of(), List.of());
        var words = MessageBundle.of(
                "desk", Languages.ENGLISH, Map.of("mail.subject", "Subject", "mail.body", "Body", "open", "Open"));
        return new TenantDesk(
                "harmony",
                new Desk("desk", type, scale, workflow),
                new Settings(Map.of("team", List.of("team@staff.example"))),
                new Messages(List.of(words)));
    }

    private static Workflow.Status status() {
        return new Workflow.Status("open", "open", StatusCategory.NEW, Tone.NOTICE);
    }

    private static Ticket ticket() {
        var opening = new Opening(
                "case",
                "Subject",
                "subject",
                "1",
                1,
                Optional.empty(),
                "{}",
                Channel.WEB,
                Optional.empty(),
                "digest",
                Optional.empty(),
                Optional.empty());
        var requester = new Requester("ana", "Ana", Optional.empty(), Languages.ENGLISH);
        return new Ticket(17, opening, requester, status(), Instant.EPOCH);
    }
}
