export { createBeacons, type Beacons } from './createBeacons.js';
export { createEvents, type ClientEvents, type Events } from './createEvents.js';
export { customerOf } from './customerOf.js';
export { refusalOf } from './refusalOf.js';
