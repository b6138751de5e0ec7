package dev.portico.portal.attachment.entity;

/** Who added a file, under the name they had then. */
public record Uploader(String subject, String name) {}
