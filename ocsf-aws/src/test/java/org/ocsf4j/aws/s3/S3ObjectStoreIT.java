package org.ocsf4j.aws.s3;

final class S3ObjectStoreIT extends ObjectStoreScene {

    S3ObjectStoreIT() {
        super(StoreClient.BLOCKING);
    }
}
