import { asRecord } from './asRecord.js';
import { numberOrNull } from './numberOrNull.js';
import { textOrNull } from './textOrNull.js';
import { toMode } from './toMode.js';
import { toOfficeHours } from './toOfficeHours.js';
import type { Standing } from './types.js';

export function toStanding(value: unknown): Standing {
  const { mode, reason, place, agent, officeHours } = asRecord(value);
  return {
    mode: toMode(mode),
    reason: textOrNull(reason),
    place: numberOrNull(place),
    agent: textOrNull(asRecord(agent).name),
    officeHours: toOfficeHours(officeHours),
  };
}
