export const TAG = 'xiaoer-widget';
