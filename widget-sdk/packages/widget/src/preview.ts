import { definePreview } from './preview/definePreview.js';

definePreview();
