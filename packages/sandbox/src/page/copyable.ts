import { type Html, html } from "./html.ts";

/** Something to copy, and the button that copies it. `id` tells it from all others of the page. */
export const copyable = (id: string, what: string, shown: Html): Html =>
  html`<div class="copyable">${shown}<button type="button" class="copy" id="copy-${id}" aria-label="Copy ${what}">Copy</button></div>`;
