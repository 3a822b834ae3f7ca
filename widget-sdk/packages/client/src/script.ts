import { createClient } from './createClient.js';
import { fetchTransport } from './fetchTransport.js';

Object.assign(globalThis, { XiaoerClient: { createClient, fetchTransport } });
