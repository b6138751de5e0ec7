package dev.portico.portal.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource of the staff's API; all others are the tenants'. Of a method: who may call it, where that is not the same. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface StaffApi {
    /** Who may call; known before the body is read. */
    Access value() default Access.ADMIN;
}
