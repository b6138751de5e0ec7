package dev.portico.portal.subscription.control;

/** Why a webhook has not taken a message. No more is kept: whoever subscribes is not to look around with our eyes. */
public enum DeliveryProblem {
    /** The secret cannot be read any more. */
    SECRET,
    /** The address may not be called. */
    NOT_ALLOWED,
    NO_ANSWER,
    /** An answer that says no. */
    REFUSED
}
