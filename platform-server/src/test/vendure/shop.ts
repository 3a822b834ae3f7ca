import { join } from 'node:path';
import {
    bootstrap,
    ChannelService,
    CurrencyCode,
    DefaultLogger,
    dummyPaymentHandler,
    InitialData,
    LanguageCode,
    LogLevel,
    RequestContextService,
    VendureConfig,
} from '@vendure/core';
import { importProductsFromCsv, populateInitialData } from '@vendure/core/cli';
import { XiaoerPlugin } from './xiaoer.plugin';

const setting = (name: string) => {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
};

const config: VendureConfig = {
    apiOptions: {
        hostname: '127.0.0.1',
        port: Number(setting('SHOP_PORT')),
        adminApiPath: 'admin-api',
        shopApiPath: 'shop-api',
        cors: false,
    },
    authOptions: {
        tokenMethod: ['bearer'],
        superadminCredentials: { identifier: 'superadmin', password: setting('SHOP_PASSWORD') },
    },
    defaultLanguageCode: LanguageCode.zh_Hans,
    dbConnectionOptions: { type: 'sqljs', database: new Uint8Array([]), synchronize: true, autoSave: false },
    importExportOptions: { importAssetsDir: __dirname },
    logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: false }),
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    plugins: [XiaoerPlugin.init({ url: setting('XIAOER_URL'), secret: setting('XIAOER_SECRET') })],
};

const shop: InitialData = {
    defaultLanguage: LanguageCode.zh_Hans,
    defaultZone: '中国',
    countries: [{ code: 'CN', name: '中国', zone: '中国' }],
    taxRates: [{ name: '免税', percentage: 0 }],
    shippingMethods: [{ name: '顺丰速运', price: 0 }],
    paymentMethods: [{ name: '微信支付', handler: { code: dummyPaymentHandler.code, arguments: [{ name: 'automaticSettle', value: 'true' }] } }],
    collections: [],
};

async function open() {
    const app = await bootstrap(config);
    await populateInitialData(app, shop);
    const ctx = await app.get(RequestContextService).create({ apiType: 'admin' });
    const currency = { defaultCurrencyCode: CurrencyCode.CNY, availableCurrencyCodes: [CurrencyCode.CNY] };
    await app.get(ChannelService).update(ctx, { id: ctx.channelId, ...currency });
    await importProductsFromCsv(app, join(__dirname, '..', 'products.csv'), shop.defaultLanguage);
    console.log('The shop is open');
}

open().catch(error => {
    console.error(error);
    process.exit(1);
});
