package dev.portico.plugin.web;

import dev.portico.plugin.text.Text;

/** A link with its words. */
public record Link(Text label, Address to) {}
