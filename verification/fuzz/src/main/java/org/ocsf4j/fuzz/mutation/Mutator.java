package org.ocsf4j.fuzz.mutation;

/** Forges one kind of thing in a file. Immutable. */
public sealed interface Mutator permits ByteMutator, FooterMutator, PageMutator {

    /** What is forged, as reports call it. */
    default String name() {
        return getClass().getSimpleName();
    }
}
