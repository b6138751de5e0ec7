/**
 * The portal killed and the mail server gone: neither case nor mail is lost, and none is made twice; of a plugin one
 * version runs, and wholly so. Serves B3, G4, J1.
 */
@NullMarked
package dev.portico.systemtests.fault;

import org.jspecify.annotations.NullMarked;
