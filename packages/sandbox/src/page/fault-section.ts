import { type FaultKind, faultKinds } from "../faults/fault-kind.ts";
import type { SandboxInternals } from "../sandbox.ts";
import type { Site } from "../served/site.ts";
import { copyable } from "./copyable.ts";
import { type Html, html } from "./html.ts";
import { table } from "./table.ts";

const switchable = (Object.entries(faultKinds) as [FaultKind, string][]).filter(
  ([kind]) => kind !== "refuse",
);

/** How requests are made to fail: by switches on the page, by a header, at a port that refuses. */
export function renderFaults({ providers }: SandboxInternals, { url, refusedUrl }: Site): Html {
  const [first] = switchable;
  return html`<h2>Faults</h2>
<p>ChooseFault what the next requests meet. Or let a request ask for it in a header, such as
<code>x-refunds-fault: reset_after</code>. For a refused connection, send the request to <code>${refusedUrl}</code>, where
nothing listens.</p>
<form id="switch" class="scripted">
<label>Provider <select name="provider"><option value="">any</option>${providers.map(
    ({ provider, title }) => html`<option value="${provider}">${title}</option>`,
  )}</select></label>
<label>Operation <select name="operation"><option>refund</option><option>query</option><option>token</option><option value="">any</option></select></label>
<label>Fault <select name="fault" aria-describedby="fault-says">${switchable.map(
    ([kind, says]) => html`<option data-says="${says}">${kind}</option>`,
  )}</select></label>
<label>Requests <input name="count" type="number" min="1" max="1000" value="1" required></label>
<button>Switch on</button>
<p id="fault-says">${first?.[1]}</p>
</form>
<noscript><p>Without scripts, a command does the same:</p></noscript>
<details><summary>By a command, and every fault</summary>
${copyable(
  "switch",
  "the command",
  html`<pre>curl -X POST '${url}/faults' --data-raw '{"provider":"${providers[0]?.provider}","operation":"refund","fault":"reset_after","count":2}'</pre>`,
)}
<p>Where the table does not say whether the refund was done, the request is judged as always and only its answer suffers.</p>
${table(
  "Every fault",
  [{ title: "Fault" }, { title: "What the caller meets", wide: true }],
  Object.entries(faultKinds).map(([kind, says]) => [html`<code>${kind}</code>`, says]),
)}
</details>
`;
}

/** The switches that are on. */
export function renderSwitches({ router, providers }: SandboxInternals): Html {
  const { all } = router.switches;
  if (all.length === 0) return html`<p>No fault is switched on.</p>`;
  const titleOf = (name: string | undefined) =>
    providers.find(({ provider }) => provider === name)?.title ?? "any provider";
  return html`<ul>
${all.map(
  ({ fault, count, provider, operation }) => html`<li><code>${fault}</code>: the next ${
    count === 1 ? "request" : `${count} requests`
  } to ${titleOf(provider)}${operation === undefined ? "" : `, ${operation} only`}</li>
`,
)}</ul>
<button type="button" id="clear" class="scripted">Switch all off</button>`;
}
