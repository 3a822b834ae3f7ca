export { createClient } from './createClient.js';
export { fetchTransport } from './fetchTransport.js';
export type * from './types.js';
