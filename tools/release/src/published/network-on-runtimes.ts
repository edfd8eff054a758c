import type { Check, Finding } from "./finding.ts";
import { type NetworkOutput, writeNetworkProgram } from "./network-program.ts";
import { type FailingNetwork, openNetwork } from "./network-server.ts";
import { networkRuntimes, type Runtime } from "./runtimes.ts";

/** The expected status for each failure: `unknown` unless the runtime's error proves that nothing was sent. */
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
  injected: { status: "not_sent", arrives: 0 },
  answeredFirst: { status: "unknown", arrives: 1 },
  blocked: { status: "not_sent", arrives: 0 },
  untrusted: { status: "not_sent", arrives: 0 },
};

/** Reports the same error for a refused and a broken connection. */
const withoutErrorCodes = "Cloudflare-Workers";

/** Checks each runtime with real network failures: a request arrives at most once, and only one that did not arrive is `not_sent`. */
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
  if (typeof result === "string") return [`the program failed: ${result}`];
  if (!result.runtime.startsWith(userAgent))
    return [`ran on ${result.runtime} instead of ${userAgent}`];
  return [
    ...odd.map((framing) => `wrong framing of a request: ${framing}`),
    ...Object.entries(expected).flatMap(([name, { status, arrives }]) => {
      const should = status === "not_sent" && userAgent === withoutErrorCodes ? "unknown" : status;
      const arrived = times[name] ?? 0;
      return [
        ...(result.statuses[name] === should
          ? []
          : [`${name}: the status is ${result.statuses[name]}, but must be ${should}`]),
        ...(arrived === arrives
          ? []
          : [`${name}: ${arrived} requests arrived, but ${arrives} were expected`]),
      ];
    }),
  ];
}
