/** `npm run sdk-requests`: holds what our clients send against what each provider's own SDK sends for the same refund. */
import { install, versionOf } from "@refunds/testing/sdks";
import { Command } from "commander";
import { attemptInChild, type ClientSource } from "../lost-reply/attempt.ts";
import { makeCertificate } from "../lost-reply/certificate.ts";
import { callerKey, type Drill } from "../lost-reply/drill.ts";
import { allDrills } from "../lost-reply/drills/index.ts";
import { type ReceivedRequest, startFaultServer } from "../lost-reply/fault-server.ts";
import { compareRequests } from "./compare.ts";
import { writeFigures } from "./figures.ts";
import { type Comparison, figuresOf, summaryOf } from "./page.ts";

const comparable = Object.entries(allDrills).filter(([, { ours }]) => ours);

const notCompared = Object.values(allDrills).flatMap(({ package: npm, notCompared: why }) =>
  why ? [{ package: npm, version: versionOf(npm), ...why }] : [],
);

const command = new Command("npm run sdk-requests")
  .description(
    "Sends the same refund through a provider's own SDK and through our client, both to one server on this machine, and " +
      "compares method, host, path, query, body and the headers that matter. Installs the SDKs from npm first.",
  )
  .argument(
    "[providers...]",
    `only these: ${comparable.map(([name]) => name).join(", ")}; without a name all`,
  )
  .option("--write", "write docs/figures/sdk-requests.json and docs/held-against-sdks.md")
  .parse();
const only = command.args;
const unknown = only.find((name) => !comparable.some(([known]) => known === name));
if (unknown !== undefined) command.error(`There is no comparison named ${unknown}.`);
const { write } = command.opts<{ readonly write?: true }>();
if (write && only.length > 0) command.error("--write cannot be used with a name.");

const certificate = await makeCertificate();
const comparisons: Comparison[] = [];
for (const [name, drill] of comparable) {
  if (only.length > 0 && !only.includes(name)) continue;
  const comparison = await compareDrill(name, drill);
  comparisons.push(comparison);
  console.log(summaryOf(comparison));
}
if (write) {
  writeFigures(figuresOf(comparisons, notCompared));
  console.log("Wrote docs. `npm run generate` puts it on the providers' pages.");
}
if (comparisons.some(({ differences }) => differences.some(({ because }) => !because))) {
  process.exitCode = 1;
}

async function compareDrill(name: string, drill: Drill): Promise<Comparison> {
  const { ours, package: npm } = drill;
  if (!ours) throw new Error(`${name} has no call of ours`);
  const { provider, options, request, headers, differs = {} } = ours;
  const sdk = await record(drill, { drill: name, folder: await install(npm) });
  const own = await record(drill, { provider, credentials: options, request });
  return {
    provider,
    package: npm,
    version: versionOf(npm),
    call: drill.call,
    differences: compareRequests(sdk, own, headers).map((difference) => ({
      ...difference,
      because: differs[difference.part],
    })),
  };
}

/** The refund request that arrives. */
async function record(drill: Drill, source: ClientSource): Promise<ReceivedRequest> {
  const receive = async ({ method, url }: ReceivedRequest) => {
    const isRefund =
      method === "POST" && drill.path.test(new URL(url, "http://localhost").pathname);
    return { isRefund, answer: isRefund ? drill.answered : (drill.other ?? drill.answered) };
  };
  const server = await startFaultServer("answered", { receive }, certificate);
  try {
    await attemptInChild(source)({ port: server.port, calls: 1, key: callerKey });
  } finally {
    await server.close();
  }
  const [request] = server.refunds;
  if (!request) throw new Error(`No refund arrived from ${JSON.stringify(source)}.`);
  return request;
}
