import { type FaultKind, faultKinds } from "../faults/fault-kind.ts";
import type { SandboxInternals } from "../sandbox.ts";
import type { SiteUrls } from "../served/site-urls.ts";
import { copyable } from "./copyable.ts";
import { type Html, html } from "./html.ts";
import { table } from "./table.ts";

const switchable = (Object.entries(faultKinds) as [FaultKind, string][]).filter(
  ([kind]) => kind !== "refuse",
);

/** Explains how to inject faults: by switches on the page, by a header, and with a port that refuses connections. */
export function renderFaults({ providers }: SandboxInternals, { url, refusedUrl }: SiteUrls): Html {
  const [first] = switchable;
  return html`<h2>Faults</h2>
<p>Choose a fault for the next requests. Or set a header on a request, such as
<code>x-refunds-fault: reset_after</code>. For a refused connection, send the request to <code>${refusedUrl}</code>, where
nothing listens.</p>
<form id="switch" class="scripted">
<label>Provider <select name="provider"><option value="">any</option>${providers.map(
    ({ provider, title }) => html`<option value="${provider}">${title}</option>`,
  )}</select></label>
<label>Operation <select name="operation"><option>refund</option><option>query</option><option>token</option><option value="">any</option></select></label>
<label>Fault <select name="fault" aria-describedby="fault-description">${switchable.map(
    ([kind, description]) => html`<option data-description="${description}">${kind}</option>`,
  )}</select></label>
<label>Requests <input name="count" type="number" min="1" max="1000" value="1" required></label>
<button>Switch on</button>
<p id="fault-description">${first?.[1]}</p>
</form>
<noscript><p>Without JavaScript, use this command:</p></noscript>
<details><summary>Command, and list of faults</summary>
${copyable(
  "switch",
  "the command",
  html`<pre>curl -X POST '${url}/faults' --data-raw '{"provider":"${providers[0]?.provider}","operation":"refund","fault":"reset_after","count":2}'</pre>`,
)}
<p>If the table does not say whether the refund was made, the request is processed as usual, and only its answer is affected.</p>
${table(
  "All faults",
  [{ title: "Fault" }, { title: "What the caller gets", wide: true }],
  Object.entries(faultKinds).map(([kind, description]) => [
    html`<code>${kind}</code>`,
    description,
  ]),
)}
</details>
`;
}

/** Lists the active switches, and says whether there is a fault plan, too. */
export function renderSwitches({ router, providers, hasPlan }: SandboxInternals): Html {
  const { all } = router.switches;
  if (all.length === 0 && !hasPlan) return html`<p>No fault is switched on.</p>`;
  const titleOf = (name: string | undefined) =>
    providers.find(({ provider }) => provider === name)?.title ?? "any provider";
  return html`<ul>
${all.map(
  ({ fault, count, provider, operation }) => html`<li><code>${fault}</code>: the next ${
    count === 1 ? "request" : `${count} requests`
  } to ${titleOf(provider)}${operation === undefined ? "" : `, ${operation} only`}</li>
`,
)}${
  hasPlan
    ? html`<li>the fault plan, such as that of <code>--fault</code></li>
`
    : ""
}</ul>
<button type="button" id="clear" class="scripted">Switch all off</button>`;
}
