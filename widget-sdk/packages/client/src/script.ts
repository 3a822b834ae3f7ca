import { createClient } from './createClient.js';

Object.assign(globalThis, { XiaoerClient: { createClient } });
