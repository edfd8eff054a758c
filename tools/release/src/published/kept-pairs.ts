import { probeProvider } from "./probe-provider.ts";

/** The program that makes pairs of refunds, in JavaScript: every runtime runs it. It reads `plan`, which is written before it. */
export const pairsProgram = `
import { keptConnections } from "@refunds/core";
${probeProvider('when: { "/state": "refused" }, reason: "declined"')}
const define = defineProvider(table, features);
const isNode = navigator.userAgent.startsWith("Node");
const wait = (ms) => new Promise((resume) => setTimeout(resume, ms));

const open = ({ headers: { Connection, ...headers }, ...init }, more) => ({ ...init, headers, ...more });
const makers = {
  closed: () => fetch,
  kept: () => keptConnections(),
  // Each pair with one of its own, which does not learn from the others.
  "kept, alone": isNode && (() => undefined),
  plain: () => (url, init) => fetch(url, open(init)),
  "asks first": () => async (url, init) => {
    await (await fetch(url.replace("/refund", "/ask"), open({ ...init, method: "OPTIONS", body: undefined }))).text();
    return fetch(url, open(init));
  },
  "short idle": isNode
    ? () => {
        new Response("");
        const known = ["1", "2"].map((at) => globalThis[Symbol.for("undici.globalDispatcher." + at)]);
        const { constructor } = known.find((one) => one?.constructor.name === "Agent");
        const dispatcher = new constructor({ keepAliveTimeout: 250, keepAliveMaxTimeout: 250 });
        return (url, init) => fetch(url, open(init, { dispatcher }));
      }
    : globalThis.Deno && (() => {
        const client = Deno.createHttpClient({ poolIdleTimeout: 250, caCerts: plan.certificate ? [plan.certificate] : [] });
        return (url, init) => fetch(url, open(init, { client }));
      }),
  "node:http": isNode && (() => viaNode),
};

const nodes = isNode && ["node:http", "node:https"].map((name) => process.getBuiltinModule(name));
const agents = isNode && nodes.map((each) => new each.Agent({ keepAlive: true }));
async function viaNode(url, init) {
  const at = url.startsWith("https:") ? 1 : 0;
  const { headers, method, body } = open(init);
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  return new Promise((resolve, reject) => {
    const request = nodes[at].request(url, { method, headers, agent: agents[at], signal: init.signal }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("error", reject);
      answer.on("end", () => resolve(new Response(Buffer.concat(parts), { status: answer.statusCode })));
    });
    request.on("error", reject).end(bytes);
  });
}

async function pair(fault, name, make, shared, id) {
  const fetch = shared ?? keptConnections();
  const refund = (which) =>
    define({ baseUrl: [fault.baseUrl, name.replace(/\\W/g, ""), id, which].join("/"), token: "a-token", timeoutMs: 1500, fetch })
      .refund({ amount: { value: 100, currency: "EUR" } });
  const first = await refund("first");
  const gap = fault.gapMs ?? fault.idleMs - 1 + Math.random() * 3;
  if (fault.blocked) {
    const end = performance.now() + gap;
    while (performance.now() < end);
  } else if (gap > 0) await wait(gap);
  const second = await refund("second");
  return [[first, "succeeded"], [second, "declined"]];
}

function count(pairs) {
  const all = pairs.flat();
  const uncertain = all.filter(([{ status }]) => status === "unknown").length;
  const wrong = all.filter(([{ status }, right]) => status !== "unknown" && status !== "not_sent" && status !== right).length;
  return { refunds: all.length, uncertain, wrong };
}

const isSlow = ({ idleMs, atReuse }) => idleMs >= 1000 || atReuse === "silence";

async function runOne(fault, name) {
  const make = makers[name];
  const shared = make();
  const pairs = [];
  // So many at once, so that the last ones know what the first ones met.
  const lanes = fault.blocked ? 1 : plan.lanes;
  const each = Math.ceil(plan.pairs / lanes);
  const lane = async (_, at) => {
    // A pair that waits for seconds is made once in each lane.
    for (let n = 0; n < (isSlow(fault) ? 1 : each); n++) pairs.push(await pair(fault, name, make, shared, at + "-" + n));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count(pairs);
}

export async function run() {
  const name = plan.candidate;
  const results = {};
  const measure = async (fault) => {
    results[fault.name] = await runOne(fault, name);
  };
  // The clock of workerd stands still while a program is busy.
  const isPossible = ({ blocked }) => !blocked || !navigator.userAgent.startsWith("Cloudflare");
  const faults = makers[name] ? plan.faults.filter(isPossible) : [];
  // Only those that wait for seconds run at the same time: the moments of the others are too short.
  await Promise.all(faults.filter(isSlow).map(measure));
  for (const fault of faults.filter((one) => !isSlow(one))) await measure(fault);
  return { runtime: navigator.userAgent, counted: makers[name] ? { [name]: results } : {} };
}
`;
