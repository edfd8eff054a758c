import type { Check, Finding } from "./finding.ts";
import { type NetworkOutput, writeNetworkProgram } from "./network-program.ts";
import { type FailingNetwork, openNetwork } from "./network-server.ts";
import { networkRuntimes, type Runtime } from "./runtimes.ts";

/** What a refund has to come to: `unknown` wherever the runtime's own error does not prove that nothing left. */
const expected: Readonly<Record<string, { readonly status: string; readonly arrives: number }>> = {
  answered: { status: "succeeded", arrives: 1 },
  closed: { status: "unknown", arrives: 1 },
  reset: { status: "unknown", arrives: 1 },
  misdirected: { status: "unknown", arrives: 1 },
  unauthorized: { status: "declined", arrives: 1 },
  answeredEmpty: { status: "succeeded", arrives: 1 },
  closedEmpty: { status: "unknown", arrives: 1 },
  misdirectedEmpty: { status: "unknown", arrives: 1 },
  unauthorizedEmpty: { status: "declined", arrives: 1 },
  compressed: { status: "unknown", arrives: 1 },
  compressedCut: { status: "unknown", arrives: 1 },
  compressedBroken: { status: "unknown", arrives: 1 },
  largeCompressed: { status: "unknown", arrives: 20 },
  largePlain: { status: "unknown", arrives: 20 },
  refused: { status: "not_sent", arrives: 0 },
  blocked: { status: "not_sent", arrives: 0 },
  untrusted: { status: "not_sent", arrives: 0 },
};

/** Says the same of a refused connection and of a cut one. */
const saysNothing = "Cloudflare-Workers";

/** Each runtime's own failures, from real sockets: what arrives arrives once, and only what did not is told so. */
export const networkCheckOf =
  (runtimes: readonly Runtime[]): Check =>
  async (project) => {
    const network = await openNetwork();
    try {
      await writeNetworkProgram(project, network.addresses);
      const findings: Finding[] = [];
      for (const runtime of runtimes) {
        const output = await runtime.runModule(project, "network.mjs", true).catch(String);
        findings.push({
          package: "@refunds/core",
          column: runtime.title,
          cell: "network",
          problems: judge(runtime, output as NetworkOutput | string, network),
        });
      }
      return findings;
    } finally {
      await network.close();
    }
  };

export const checkNetwork = networkCheckOf(networkRuntimes);

function judge(
  { userAgent }: Runtime,
  result: NetworkOutput | string,
  network: FailingNetwork,
): string[] {
  const { times, odd } = network.arrived();
  if (typeof result === "string") return [`did not meet the failures: ${result}`];
  if (!result.runtime.startsWith(userAgent)) return [`${result.runtime} ran in its place`];
  return [
    ...odd.map((words) => `the request that met ${words}`),
    ...Object.entries(expected).flatMap(([name, { status, arrives }]) => {
      const should = status === "not_sent" && userAgent === saysNothing ? "unknown" : status;
      const arrived = times[name] ?? 0;
      return [
        ...(result.statuses[name] === should
          ? []
          : [`${name} was told ${result.statuses[name]} and should be ${should}`]),
        ...(arrived === arrives ? [] : [`${name} arrived ${arrived} times and should ${arrives}`]),
      ];
    }),
  ];
}
