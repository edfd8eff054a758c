import type { SandboxInternals } from "../sandbox.ts";
import type { SiteUrls } from "../served/site-urls.ts";
import { renderActivity } from "./activity.ts";
import { renderFaults, renderSwitches } from "./fault-section.ts";
import { html } from "./html.ts";
import { renderProvider } from "./provider-section.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";

interface View extends SiteUrls {
  /** Changes whenever the content of the page changes. */
  readonly version: string;
}

/**
 * Renders the page at `/`: the requests received, how to call each provider, and fault switches. Its script fetches the
 * page again every second and replaces the elements marked `data-live`.
 */
export async function renderPage(sandbox: SandboxInternals, view: View): Promise<string> {
  const { url, version } = view;
  const { providers, requests, refunds } = sandbox;
  const sections = await Promise.all(providers.map((provider) => renderProvider(provider, url)));
  return html`<!doctype html>
<html lang="en" data-version="${version}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refund sandbox</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
<h1>Refund sandbox</h1>
<p>Simulated refund providers. Configure your client with the base URL and the sample credentials of a provider below.
No money moves, but each payment has a balance: a second refund of the same payment gets the answer that the provider
documents. The <code>x-refunds-sandbox</code> header of every answer says how the request was judged.</p>
<nav aria-label="On this page"><a href="#activity">Requests</a><a href="#faults">Faults</a>${providers.map(
    ({ provider, title }) => html`<a href="#${provider}">${title}</a>`,
  )}<a href="/state.json">As JSON</a></nav>
</header>
<main>
<section id="activity">
<div class="bar">
<h2>Requests and refunds</h2>
<p data-live id="counts" role="status">So far ${count(requests.length, "request")} and ${count(refunds.length, "refund")}.</p>
<button type="button" id="reset" class="scripted">Start over</button>
</div>
<noscript><p>To start over, run <code>curl -X POST ${url}/reset</code>. Reload the page to update it.</p></noscript>
<p id="message" role="alert"></p>
<div data-live id="arrived">${renderActivity(sandbox)}</div>
</section>
<section id="faults">
${renderFaults(sandbox, view)}<div data-live id="switches">${renderSwitches(sandbox)}</div>
</section>
${sections}</main>
<script>${script}</script>
</body>
</html>
`.markup;
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
