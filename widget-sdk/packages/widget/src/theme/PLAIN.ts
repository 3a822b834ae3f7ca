import type { Theme } from '@xiaoer/client';

/** The look until the shop's own is known. */
export const PLAIN: Theme = {
  primaryColor: null,
  avatarUrl: null,
  title: '',
  locale: '',
  radius: 'soft',
  position: 'right',
  launcher: 'bubble',
  scheme: 'auto',
};
