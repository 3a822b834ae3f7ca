package io.xiaoer.mail.internal;

import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letter;
import io.xiaoer.tenancy.TenantId;

/** Takes letters away. */
interface Carrier {

    Carriage carriage();

    /**
     * Returns once the letter is out of our hands.
     *
     * @throws RuntimeException if it is not
     */
    void carry(TenantId tenant, Letter letter);
}
