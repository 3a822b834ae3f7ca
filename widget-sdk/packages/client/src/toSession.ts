import { asRecord } from './asRecord.js';
import { asText } from './asText.js';
import { isRecord } from './isRecord.js';
import { numberOrNull } from './numberOrNull.js';
import { oneOf } from './oneOf.js';
import { textOrNull } from './textOrNull.js';
import { toMode } from './toMode.js';
import { toOfficeHours } from './toOfficeHours.js';
import type { Session } from './types.js';

export function toSession(value: unknown): Session {
  const { theme, placement, conversation, officeHours, greeting, mode, staff } = asRecord(value);
  const look = asRecord(theme);
  const places = asRecord(placement);
  return {
    theme: {
      primaryColor: textOrNull(look.primaryColor),
      avatarUrl: textOrNull(look.avatarUrl),
      title: asText(look.title),
      locale: asText(look.locale),
      radius: oneOf(look.radius, 'soft', 'square', 'round'),
      position: oneOf(look.position, 'right', 'left'),
      launcher: oneOf(look.launcher, 'bubble', 'pill', 'none'),
      scheme: oneOf(look.scheme, 'auto', 'light', 'dark'),
    },
    greeting: asText(greeting),
    mode: toMode(mode),
    staff: staff === true,
    placement: {
      product: places.product !== false,
      cart: places.cart !== false,
      mine: places.mine !== false,
    },
    conversation: isRecord(conversation)
      ? {
          conversationId: asText(conversation.conversationId),
          mode: toMode(conversation.mode),
          lastSeq: numberOrNull(conversation.lastSeq) ?? 0,
        }
      : null,
    officeHours: toOfficeHours(officeHours),
  };
}
