package io.xiaoer.security.internal;

import io.xiaoer.security.internal.SecurityLimits.Address;
import io.xiaoer.security.internal.SecurityLimits.Beacons;
import io.xiaoer.security.internal.SecurityLimits.Client;
import io.xiaoer.security.internal.SecurityLimits.Event;
import io.xiaoer.security.internal.SecurityLimits.Pictures;
import io.xiaoer.security.internal.SecurityLimits.Platform;
import io.xiaoer.security.internal.SecurityLimits.Session;
import io.xiaoer.security.internal.SecurityLimits.Token;
import io.xiaoer.security.internal.SecurityLimits.Visitor;
import org.springframework.util.unit.DataSize;

/** Limits that let hardly anything through, but for what a test is about. */
final class Limits {

    private Limits() {}

    static SecurityLimits of(Token token, int signUpsPerHour) {
        return new SecurityLimits(
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1),
                new Client(1, 1),
                new Address(1, 1),
                new Visitor(1, 1),
                new Session(1, 1),
                token,
                new Event(1, 1),
                new Platform(1, 3),
                new Pictures(1, 1),
                new Beacons(1, 1),
                signUpsPerHour);
    }
}
