package org.ocsf4j.opensearch;

import org.ocsf4j.testkit.server.OpenSearchVersion;

/** The security plugin of 2.19. */
class SecuredNodeIT extends SecuredNodeCases {

    SecuredNodeIT() {
        super(OpenSearchVersion.V2_19_4);
    }
}
