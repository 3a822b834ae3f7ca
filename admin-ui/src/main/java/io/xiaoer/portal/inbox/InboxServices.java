package io.xiaoer.portal.inbox;

import io.xiaoer.conversations.CannedReplies;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.DeskFeed;
import io.xiaoer.conversations.Images;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.shopdata.Shoppers;
import io.xiaoer.tenants.Members;
import org.springframework.stereotype.Component;

/** What the parts of the inbox read and change. */
@Component
record InboxServices(
        Desk desk,
        DeskFeed feed,
        CannedReplies canned,
        Shoppers shoppers,
        Members members,
        Images images,
        KnowledgeDrafts knowledge,
        TestCases testCases) {}
