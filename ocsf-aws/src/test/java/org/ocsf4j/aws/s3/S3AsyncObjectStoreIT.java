package org.ocsf4j.aws.s3;

final class S3AsyncObjectStoreIT extends ObjectStoreScene {

    S3AsyncObjectStoreIT() {
        super(StoreClient.ASYNCHRONOUS);
    }
}
