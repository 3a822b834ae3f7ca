package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.RecordKind;

/** Names a record of a platform. */
public record Ref(RecordKind kind, String id) {}
