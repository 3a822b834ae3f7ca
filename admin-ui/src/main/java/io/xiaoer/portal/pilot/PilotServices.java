package io.xiaoer.portal.pilot;

import io.xiaoer.conversations.Beacons;
import io.xiaoer.conversations.Desk;
import io.xiaoer.insights.Outcomes;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the pilot's page reads and changes. */
@Component
record PilotServices(
        Shops shops,
        Rollouts rollouts,
        Releases releases,
        Outcomes outcomes,
        Beacons beacons,
        Desk desk,
        Clock clock) {}
