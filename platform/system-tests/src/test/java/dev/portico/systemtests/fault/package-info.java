/**
 * The portal killed and the mail server gone: neither case nor mail is lost, and none is made twice. Serves B3, G4.
 */
@NullMarked
package dev.portico.systemtests.fault;

import org.jspecify.annotations.NullMarked;
