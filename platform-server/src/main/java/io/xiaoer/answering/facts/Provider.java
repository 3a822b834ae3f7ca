package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;

/** Tells one need from all that is known. Pure. */
interface Provider {

    Fact tell(Inquiry in);

    /** The record whose components are the fields that templates may use. */
    Class<? extends Record> fields();
}
