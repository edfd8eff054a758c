import { faultKinds } from "../faults/fault-kind.ts";
import type { Sandbox, SandboxProvider } from "../sandbox.ts";
import type { Site } from "../served/site.ts";
import type { Balance } from "../simulator/ledger.ts";
import { curl } from "./curl.ts";
import { type Html, html } from "./html.ts";
import { moneyText } from "./money-text.ts";
import { style } from "./style.ts";

/** The page at `/`: how to call every provider, as things stand now. */
export async function renderPage(sandbox: Sandbox, { url, refusedUrl }: Site): Promise<string> {
  const sections = await Promise.all(
    sandbox.providers.map((provider) => renderProvider(provider, url)),
  );
  const { refunds, requests } = sandbox;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refund sandbox</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Refund sandbox</h1>
<p>Simulated refund providers, on this machine only. Give your client the base URL and the sample credentials of a
provider below. No money moves, but balances are kept: a second refund of the same payment is answered as the
provider documents it. Every answer says in its <code>x-refunds-sandbox</code> header how the request was judged.</p>
<p>So far ${count(requests.length, "request")} and ${count(refunds.length, "refund")}.
The same as JSON: <a href="/state.json">/state.json</a>.
Start over: <code>curl -X POST ${url}/reset</code></p>
<nav>${sandbox.providers.map(({ provider, title }) => html`<a href="#${provider}">${title}</a>`)}<a href="#faults">Faults</a></nav>
</header>
<main>
${sections}
${renderFaults(refusedUrl)}</main>
</body>
</html>
`.markup;
}

function renderFaults(refusedUrl: string): Html {
  const rows = Object.entries(faultKinds).map(
    ([kind, says]) => html`<tr><td><code>${kind}</code></td><td class="text">${says}</td></tr>
`,
  );
  return html`<section id="faults">
<h2>Faults</h2>
<p>Any request can meet one: add a header, such as <code>x-refunds-fault: reset_after</code>. For <code>refuse</code>, send
the request to <code>${refusedUrl}</code> instead, where nothing listens. Where the table does not say whether the refund
was done, the request is judged as always and only its answer suffers.</p>
<div class="wide"><table>
<tbody>
${rows}</tbody>
</table></div>
</section>
`;
}

async function renderProvider(provider: SandboxProvider, origin: string): Promise<Html> {
  const base = `${origin}/${provider.provider}`;
  const example = await provider.exampleRefund(base);
  const command = example
    ? html`<p>A refund that succeeds now:</p><pre>${curl(example)}</pre>`
    : html`<p>Every payment is refunded. Start over to see an example.</p>`;
  return html`<section id="${provider.provider}">
<h2>${provider.title} <small><a href="${provider.documentation}">documentation</a></small></h2>
<dl>
<dt>Base URL</dt><dd><code>${base}</code></dd>
<dt>Stands for</dt><dd>${provider.servers.map((server) => html`<code>${server}</code> `)}</dd>
</dl>
<h3>Credentials</h3>
${provider.credentials.map(renderCredentials)}
<h3>Payments</h3>
${renderPayments(provider.payments)}
<h3>Try it</h3>
${command}
</section>
`;
}

function renderCredentials(
  alternative: Readonly<Record<string, string | number>>,
  at: number,
): Html {
  const rows = Object.entries(alternative).map(([name, value]) => {
    const long = String(value).includes("\n");
    const shown = long
      ? html`<details><summary>PEM, made when the sandbox started</summary><pre>${value}</pre></details>`
      : html`<code>${value}</code>`;
    return html`<dt><code>${name}</code></dt><dd>${shown}</dd>`;
  });
  return html`${at > 0 ? html`<p>or</p>` : ""}<dl>${rows}</dl>`;
}

function renderPayments(payments: readonly Balance[]): Html {
  const names = [...new Set(payments.flatMap(({ payment }) => Object.keys(payment)))];
  const rows = payments.map(
    ({ payment, amount, refunded, remaining, always }) => html`<tr>
${names.map((name) => html`<td><code>${payment[name]}</code></td>`)}
<td class="sum">${moneyText(amount.value, amount.currency)}</td>
<td class="sum">${moneyText(refunded, amount.currency)}</td>
<td class="sum">${moneyText(remaining, amount.currency)}</td>
<td>${always ? html`always <code>${always}</code>` : ""}</td>
</tr>
`,
  );
  return html`<div class="wide"><table>
<thead><tr>${names.map((name) => html`<th><code>${name}</code></th>`)}<th class="sum">Paid</th><th class="sum">Refunded</th><th class="sum">Left</th><th>A refund meets</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
