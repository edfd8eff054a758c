import { type Html, html } from "./html.ts";

/** Content with a button that copies it. `id` must be unique on the page. */
export const copyable = (id: string, what: string, shown: Html): Html =>
  html`<div class="copyable">${shown}<button type="button" class="copy" id="copy-${id}" aria-label="Copy ${what}">Copy</button></div>`;
