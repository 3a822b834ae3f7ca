export { defineWidget } from './element/defineWidget.js';
export type { WidgetElement } from './element/WidgetElement.js';
export type { WidgetEvents } from './element/WidgetEvents.js';
export type { XiaoerGlobal } from './boot/XiaoerGlobal.js';
