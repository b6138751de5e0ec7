/** How people come in: invited (G2), or registering by themselves (C2); and what they decide about their own accounts (G3). */
@NullMarked
package dev.portico.systemtests.account;

import org.jspecify.annotations.NullMarked;
