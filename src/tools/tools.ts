// The tools for readers of an open body: a part of embed.js.
import { unsafeCSS } from 'lit';
import css from './tools.css?inline';

export { ToolsController } from './tools-controller.js';

export const styles = [unsafeCSS(css)];
