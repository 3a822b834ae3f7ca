import { createHmac, randomUUID } from 'node:crypto';
import { OnApplicationBootstrap } from '@nestjs/common';
import * as vendure from '@vendure/core';

/** Where Xiaoer listens, and what the two have agreed on; see docs/guide/vendure.md. */
export interface XiaoerOptions {
    url: string;
    secret: string;
}

const WAITS = [0, 2, 10, 60, 300];

/** Tells Xiaoer which order or customer has changed, and lets it in with an API key. It tells no more than a number: Xiaoer reads the rest. */
@vendure.VendurePlugin({
    imports: [vendure.PluginCommonModule],
    compatibility: '^3.6.0',
    configuration: config => {
        // a shopper must not be able to set it
        config.customFields.Customer.push({ name: 'externalId', type: 'string', unique: true, public: false });
        config.authOptions.tokenMethod = [...new Set([config.authOptions.tokenMethod ?? 'cookie', 'api-key' as const].flat())];
        return config;
    },
})
export class XiaoerPlugin implements OnApplicationBootstrap {
    private static options: XiaoerOptions;

    static init(options: XiaoerOptions) {
        this.options = options;
        return XiaoerPlugin;
    }

    constructor(private events: vendure.EventBus, private connection: vendure.TransactionalConnection) {}

    onApplicationBootstrap() {
        if (!XiaoerPlugin.options?.url || !XiaoerPlugin.options.secret?.startsWith('whsec_')) {
            throw new Error('XiaoerPlugin.init needs the url and the secret (whsec_…)');
        }
        const orders = (...changed: vendure.Order[]) =>
            changed.filter(order => order.orderPlacedAt).forEach(order => this.tell('order.changed', order.code));
        // each comes after the change is committed
        this.events.ofType(vendure.OrderStateTransitionEvent).subscribe(event => orders(event.order));
        this.events.ofType(vendure.RefundEvent).subscribe(event => orders(event.order));
        this.events.ofType(vendure.RefundStateTransitionEvent).subscribe(event => orders(event.order));
        this.events.ofType(vendure.FulfillmentStateTransitionEvent).subscribe(({ fulfillment: { id } }) =>
            this.connection.rawConnection
                .getRepository(vendure.Order)
                .findBy({ fulfillments: { id } })
                .then(found => orders(...found))
                .catch(error => vendure.Logger.error(String(error), 'XiaoerPlugin')),
        );
        this.events.ofType(vendure.CustomerEvent).subscribe(event => this.tell('customer.changed', String(event.entity.id)));
    }

    /** A Standard Webhook, told again while nobody confirms it. What is lost all the same, Xiaoer's daily reading finds. */
    private async tell(type: string, id: string) {
        const { url, secret } = XiaoerPlugin.options;
        const message = `msg_${randomUUID()}`;
        const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data: { id } });
        for (const wait of WAITS) {
            await new Promise(resolve => setTimeout(resolve, wait * 1000).unref());
            const now = String(Math.floor(Date.now() / 1000));
            const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
            const signature = createHmac('sha256', key).update(`${message}.${now}.${body}`).digest('base64');
            const headers = {
                'content-type': 'application/json',
                'webhook-id': message,
                'webhook-timestamp': now,
                'webhook-signature': `v1,${signature}`,
            };
            const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10000) }).catch(() => null);
            if (answer?.ok) return;
            vendure.Logger.warn(`${type} ${id}: ${answer?.status ?? 'no answer'}`, 'XiaoerPlugin');
        }
    }
}
