/** `npm run frameworks`: makes three refunds and three queries in Next.js. Each must arrive, and none may be answered from a cache. */
import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { checkCommonjs } from "./commonjs.ts";
import { type NextVersion, writeApp } from "./next-app.ts";
import { refundInExample } from "./next-example.ts";
import { startNext } from "./next-server.ts";

const root = join(import.meta.dirname, "../../../..");
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
  // The first provider has a query, and repeats a request byte for byte, which a cache would recognize.
  const [first] = sandbox.providers;
  if (!first) throw new Error("The sandbox has no provider.");
  const { provider, credentials, payments, requestFor } = first;
  const [sample, another] = payments.map((one, at) =>
    requestFor(one, undefined, `order-1042-refund-${at}`),
  );
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

  /** Calls three pages that make the same request. All three must arrive, and the provider must refund only the first. */
  async function problemsAt(url: string, operation: string, output: () => string) {
    const requestsBefore = sandbox.requests.length;
    const refundsBefore = sandbox.refunds.length;
    const results: RefundResult[] = [];
    for (const n of [1, 2, 3]) {
      const page = await fetch(`${url}/${n}`);
      if (!page.ok) throw new Error(`${url} answered ${page.status}: ${output()}`);
      results.push((await page.json()) as RefundResult);
    }
    const arrived = sandbox.requests
      .slice(requestsBefore)
      .filter((one) => one.operation === operation);
    const moved = sandbox.refunds.length - refundsBefore;
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

console.log("The example for Next.js");
await refundInExample(root).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

const wrong = await checkCommonjs(root, (line) => console.log(line));
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exitCode = 1;
