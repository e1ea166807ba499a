package org.ocsf4j.cli.doctor;

import java.util.List;

/** Looks at one part of the set-up and changes nothing. */
interface Check {

    /** What is looked at, for the case that the look itself fails. */
    String subject();

    /**
     * What was found.
     *
     * @throws RuntimeException where it cannot be looked at; that is a failure of {@link #subject()}
     */
    List<Finding> run();
}
