import type { Standing } from './types.js';
import type { WireStanding } from './wire.js';

export function toStanding({ mode, reason, place, agent, officeHours }: WireStanding): Standing {
  return {
    mode,
    reason: reason ?? null,
    place: place ?? null,
    agent: agent?.name ?? null,
    officeHours: officeHours ?? null,
  };
}
