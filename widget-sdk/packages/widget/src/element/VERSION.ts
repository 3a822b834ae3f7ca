/** Told with errors and slow replies. */
export const VERSION = '0.1.0';
