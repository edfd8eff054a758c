import type { Check, Finding } from "./finding.ts";
import { type NetworkTold, writeNetworkProgram } from "./network-program.ts";
import { type FailingNetwork, openNetwork } from "./network-server.ts";
import { networkRuntimes, type Runtime } from "./runtimes.ts";

/** What a refund has to come to: `unknown` wherever the runtime's own error does not prove that nothing left. */
const expected: Readonly<Record<string, { readonly told: string; readonly arrives: number }>> = {
  answered: { told: "succeeded", arrives: 1 },
  closed: { told: "unknown", arrives: 1 },
  reset: { told: "unknown", arrives: 1 },
  misdirected: { told: "unknown", arrives: 1 },
  unauthorized: { told: "declined", arrives: 1 },
  answeredEmpty: { told: "succeeded", arrives: 1 },
  closedEmpty: { told: "unknown", arrives: 1 },
  misdirectedEmpty: { told: "unknown", arrives: 1 },
  unauthorizedEmpty: { told: "declined", arrives: 1 },
  compressed: { told: "unknown", arrives: 1 },
  compressedCut: { told: "unknown", arrives: 1 },
  compressedBroken: { told: "unknown", arrives: 1 },
  largeCompressed: { told: "unknown", arrives: 20 },
  largePlain: { told: "unknown", arrives: 20 },
  refused: { told: "not_sent", arrives: 0 },
  blocked: { told: "not_sent", arrives: 0 },
  untrusted: { told: "not_sent", arrives: 0 },
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
        const told = await runtime.tell(project, "network.mjs", true).catch(String);
        findings.push({
          package: "@refunds/core",
          column: runtime.title,
          cell: "network",
          problems: judge(runtime, told as NetworkTold | string, network),
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
  result: NetworkTold | string,
  network: FailingNetwork,
): string[] {
  const { times, odd } = network.arrived();
  if (typeof result === "string") return [`did not meet the failures: ${result}`];
  if (!result.runtime.startsWith(userAgent)) return [`${result.runtime} ran in its place`];
  return [
    ...odd.map((words) => `the request that met ${words}`),
    ...Object.entries(expected).flatMap(([name, { told, arrives }]) => {
      const should = told === "not_sent" && userAgent === saysNothing ? "unknown" : told;
      const arrived = times[name] ?? 0;
      return [
        ...(result.told[name] === should
          ? []
          : [`${name} was told ${result.told[name]} and should be ${should}`]),
        ...(arrived === arrives ? [] : [`${name} arrived ${arrived} times and should ${arrives}`]),
      ];
    }),
  ];
}
