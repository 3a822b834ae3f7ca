import { boot } from './boot/boot.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) boot(script);
