package org.ocsf4j.aws.s3;

final class S3ObjectStoreTest extends ObjectStoreBehaviour {

    S3ObjectStoreTest() {
        super(StoreClient.BLOCKING);
    }
}
