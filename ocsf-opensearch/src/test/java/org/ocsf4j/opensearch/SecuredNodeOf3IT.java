package org.ocsf4j.opensearch;

import org.ocsf4j.testkit.server.OpenSearchVersion;

/** The security plugin of 3.4. */
class SecuredNodeOf3IT extends SecuredNodeCases {

    SecuredNodeOf3IT() {
        super(OpenSearchVersion.V3_4_0);
    }
}
