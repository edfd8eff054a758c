/** `npm run frameworks`: three refunds and three queries within Next.js. Each must arrive; none is answered from a cache. */
import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { checkCommonjs } from "./commonjs.ts";
import { type NextVersion, writeApp } from "./next-app.ts";
import { startNext } from "./next-server.ts";

const root = join(import.meta.dirname, "../../..");
const versions: readonly NextVersion[] = [
  { next: "14", react: "18" },
  { next: "latest", react: "latest" },
];

interface RefundResult {
  readonly status: string;
  readonly refundId?: string;
}

async function refundWithin(version: NextVersion): Promise<string[]> {
  const sandbox = await createSandbox();
  const server = await serve(sandbox);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-next-")));
  // The first has a query, and its requests for one thing are the same bytes each time: what caches know things by.
  const [first] = sandbox.providers;
  if (!first) throw new Error("The sandbox has no provider.");
  const { provider, credentials, payments, requestFor } = first;
  const [sample, another] = payments.map((one) => requestFor(one));
  if (!sample || !another) throw new Error("The sandbox has no payments to refund.");
  try {
    writeApp(folder, root, version, {
      provider,
      baseUrl: `${server.url}/${provider}`,
      credentials: credentials[0] ?? {},
      refund: sample,
      query: { payment: sample.payment },
      edge: another,
    });
    return await startNext(folder, async (url, output) => [
      ...(await problemsAt(`${url}/api/refund`, "refund", output)),
      ...(await problemsAt(`${url}/api/query`, "query", output)),
      ...(await problemsAt(`${url}/api/edge`, "refund", output)),
    ]);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }

  /** Asks three pages for the same. Three requests arrive, and the provider refunds the first: an order is refunded once. */
  async function problemsAt(url: string, operation: string, output: () => string) {
    const asked = sandbox.requests.length;
    const refunded = sandbox.refunds.length;
    const results: RefundResult[] = [];
    for (const n of [1, 2, 3]) {
      const page = await fetch(`${url}/${n}`);
      if (!page.ok) throw new Error(`${url} answered ${page.status}: ${output()}`);
      results.push((await page.json()) as RefundResult);
    }
    const arrived = sandbox.requests.slice(asked).filter((one) => one.operation === operation);
    const moved = sandbox.refunds.length - refunded;
    const summary = results
      .map(({ status, refundId = "" }) => `${status} ${refundId}`.trim())
      .join(", ");
    console.log(`  ${new URL(url).pathname}: returned ${summary}; ${arrived.length} arrived`);
    const succeeded = results.filter(({ status }) => status === "succeeded").length;
    const found = results.filter(({ status }) => status === "found").length;
    return [
      ...(arrived.length === 3 ? [] : [`${arrived.length} of 3 ${operation} requests arrived`]),
      ...(succeeded === moved ? [] : [`${succeeded} refunds succeeded, and ${moved} moved money`]),
      ...((operation === "query" ? found === 3 : moved === 1)
        ? []
        : [`${url}: returned ${summary}`]),
    ];
  }
}

for (const version of versions) {
  console.log(`Next.js ${version.next}`);
  const problems = await refundWithin(version);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

const wrong = await checkCommonjs(root, (line) => console.log(line));
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exitCode = 1;
