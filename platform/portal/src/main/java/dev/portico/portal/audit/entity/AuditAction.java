package dev.portico.portal.audit.entity;

import java.util.Optional;
import java.util.stream.Stream;

/** What administrators do. The codes are stored for good: none is ever renamed or used for something else. */
public enum AuditAction {
    PLUGIN_INSTALLED("plugin.installed"),
    PLUGIN_UPGRADED("plugin.upgraded"),
    PLUGIN_ROLLED_BACK("plugin.rolled-back"),
    PLUGIN_TAKEN_BACK("plugin.taken-back"),
    PLUGIN_REMOVED("plugin.removed"),
    PLUGIN_EXPORTED("plugin.exported"),
    PLUGIN_PURGED("plugin.purged"),
    PLUGIN_ENABLED("plugin.enabled"),
    PLUGIN_DISABLED("plugin.disabled"),
    SETTINGS_CHANGED("plugin.settings-changed"),
    SETTINGS_RESTORED("plugin.settings-restored"),
    FORM_SENT("plugin.form-sent"),
    FEEDS_HURRIED("plugin.feeds-hurried"),
    JOB_HURRIED("plugin.job-hurried"),
    MIGRATION_STARTED("migration.started"),
    MIGRATION_STOPPED("migration.stopped"),
    MIGRATION_RESUMED("migration.resumed"),
    CONTACT_GRANTED("contact.granted"),
    TICKETS_DELEGATED("tickets.delegated"),
    DELEGATION_ENDED("tickets.delegation-ended"),
    MAIL_SENT_AGAIN("mail.sent-again"),
    MAILS_SENT_AGAIN("mail.all-sent-again"),
    MAIL_TRIED_AGAIN("mail.tried-again"),
    MAIL_VOUCHED_FOR("mail.vouched-for"),
    MAIL_DISMISSED("mail.dismissed"),
    MAILBOX_CREATED("mailbox.created"),
    MAILBOX_CHANGED("mailbox.changed"),
    MAILBOX_ENABLED("mailbox.enabled"),
    MAILBOX_DISABLED("mailbox.disabled"),
    MAILBOX_REMOVED("mailbox.removed"),
    PUBLISHER_PINNED("publisher.pinned"),
    PUBLISHER_REMOVED("publisher.removed"),
    ORIGIN_ALLOWED("origin.allowed"),
    ORIGIN_REMOVED("origin.removed"),
    SUBSCRIPTION_ENDED("subscription.ended"),
    WEBHOOK_SENT_AGAIN("webhook.sent-again"),
    BRANDING_CHANGED("tenant.branding-changed"),
    WORDS_CHANGED("tenant.words-changed"),
    TERMS_PUBLISHED("tenant.terms-published"),
    SECOND_FACTOR_REMOVED("person.second-factor-removed"),
    DATA_EXPORTED("person.data-exported"),
    DELETION_REFUSED("person.deletion-refused"),
    PERSON_DELETED("person.deleted"),
    PERSON_CREATED("person.created"),
    PERSON_CHANGED("person.changed"),
    PERSON_ADDRESS_ENTERED("person.address-entered"),
    PERSON_ADDRESS_CONFIRMED("person.address-confirmed"),
    PERSON_INVITED("person.invited"),
    PERSON_DISABLED("person.disabled"),
    PERSON_ENABLED("person.enabled"),
    PERSON_REACHABLE("person.reachable"),
    PEOPLE_IMPORT_STARTED("people.import-started"),
    PEOPLE_IMPORT_STOPPED("people.import-stopped"),
    PEOPLE_IMPORT_RESUMED("people.import-resumed"),
    ORGANIZATION_CREATED("organization.created"),
    ORGANIZATION_CHANGED("organization.changed");

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<AuditAction> ofCode(String code) {
        return Stream.of(values()).filter(action -> action.code.equals(code)).findFirst();
    }
}
