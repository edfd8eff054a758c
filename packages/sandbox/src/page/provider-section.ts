import type { SandboxProvider } from "../sandbox-provider.ts";
import type { Balance } from "../simulator/ledger.ts";
import { copyable } from "./copyable.ts";
import { curl } from "./curl.ts";
import { type Html, html } from "./html.ts";
import { moneyText } from "./money-text.ts";
import { snippet } from "./snippet.ts";
import { table } from "./table.ts";

/** Shows how to call one provider, and its payments with their balances. */
export async function renderProvider(provider: SandboxProvider, origin: string): Promise<Html> {
  const { provider: word, title, documentation, servers, credentials, payments } = provider;
  const { endpoints, situations } = provider;
  const base = `${origin}/${word}`;
  return html`<section id="${word}">
<h2>${title} <small><a href="${documentation}">documentation</a></small></h2>
<dl>
<dt>Base URL</dt><dd>${copyable(`${word}-url`, `the base URL of ${title}`, html`<code>${base}</code>`)}</dd>
<dt>Endpoints</dt><dd>${endpoints.map(
    ({ operation, method, path }) => html`<div>${operation}: <code>${method} ${path}</code></div>`,
  )}</dd>
<dt>Simulates</dt><dd>${servers.map((server) => html`<code>${server}</code> `)}</dd>
</dl>
<h3>Credentials</h3>
${credentials.map((alternative, at) => renderCredentials(word, alternative, at))}
<h3>Payments</h3>
<div data-live id="${word}-payments">${renderPayments(title, payments)}</div>
<p><small>Payments of your own can have <code>always</code>: ${situations.join(", ")}.</small></p>
<h3>Try it</h3>
<div data-live id="${word}-commands">${await renderCommands(provider, origin, base)}</div>
</section>
`;
}

function renderCredentials(
  word: string,
  alternative: Readonly<Record<string, string | number>>,
  at: number,
): Html {
  const rows = Object.entries(alternative).map(([name, value]) => {
    const shown = String(value).includes("\n")
      ? html`<details><summary>PEM, a key of the sandbox</summary><pre>${value}</pre></details>`
      : html`<code>${value}</code>`;
    return html`<dt><code>${name}</code></dt><dd>${copyable(`${word}-${at}-${name}`, name, shown)}</dd>`;
  });
  return html`${at > 0 ? html`<p>or</p>` : ""}<dl>${rows}</dl>`;
}

function renderPayments(title: string, payments: readonly Balance[]): Html {
  const names = [...new Set(payments.flatMap(({ payment }) => Object.keys(payment)))];
  const columns = [
    ...names.map((name) => ({ title: name })),
    { title: "Paid", sum: true },
    { title: "Refunded", sum: true },
    { title: "Left", sum: true },
    { title: "Refunds get" },
  ];
  const rows = payments.map(({ payment, amount, refunded, remaining, always }) => [
    ...names.map((name) => html`<code>${payment[name]}</code>`),
    ...[amount.value, refunded, remaining].map((value) => moneyText(value, amount.currency)),
    always === undefined ? "" : html`always <code>${always}</code>`,
  ]);
  return table(`Payments of ${title}`, columns, rows);
}

async function renderCommands(
  provider: SandboxProvider,
  origin: string,
  base: string,
): Promise<Html> {
  const example = await provider.exampleRefund(base);
  const code = snippet(provider, origin);
  const { provider: word } = provider;
  if (!example) return html`<p>All payments are refunded. Start over to see an example.</p>`;
  return html`<p>A refund that will succeed:</p>
${copyable(`${word}-curl`, "the command", html`<pre class="shell">${curl(example)}</pre>`)}
${
  code === undefined
    ? ""
    : html`<p>The same with <code>@refunds/${word}</code>:</p>
${copyable(`${word}-code`, "the code", html`<pre class="code">${code}</pre>`)}`
}`;
}
