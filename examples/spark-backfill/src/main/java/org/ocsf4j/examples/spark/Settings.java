package org.ocsf4j.examples.spark;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What an executor needs to make its clients. Goes to executors with each task.
 *
 * @param bucket the lake's
 * @param stateBucket the bucket of ledger and dead letters
 * @param statePrefix what their keys begin with; empty, or with a slash at its end
 * @param awsRegion absent for the SDK's
 * @param s3Endpoint absent for AWS's
 * @param roleArn the role that reads the lake; absent for our own
 * @param externalId of that role
 * @param openSearch the endpoint
 * @param signedService whom requests are signed for; absent where they are not
 * @param user of basic authentication; absent where there is none
 * @param password of the user
 */
record Settings(
        String bucket,
        String stateBucket,
        String statePrefix,
        @Nullable String awsRegion,
        @Nullable URI s3Endpoint,
        @Nullable String roleArn,
        @Nullable String externalId,
        URI openSearch,
        @Nullable String signedService,
        @Nullable String user,
        @Nullable String password)
        implements Serializable {

    /** Without secrets: Spark prints what it sends, and so do stack traces. */
    @Override
    public String toString() {
        return "Settings[bucket=" + bucket + ", state=s3://" + stateBucket + "/" + statePrefix + ", openSearch="
                + openSearch.getHost() + "]";
    }
}
