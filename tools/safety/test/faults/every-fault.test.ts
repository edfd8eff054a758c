import { readFileSync } from "node:fs";
import { type FaultKind, faultKinds } from "@refunds/sandbox";
import { providers } from "refunds";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { measure } from "../../src/faults/measure.ts";
import { problemsIn } from "../../src/faults/measurement.ts";
import { pageOf } from "../../src/faults/page.ts";

test("docs/faults.md has the results of every fault at every provider", async () => {
  const measurements = await measure();
  expect(measurements.flatMap(problemsIn)).toEqual([]);
  const ofRefunds = measurements.filter(({ at }) => at === "refund");
  expect(ofRefunds).toHaveLength(
    Object.keys(faultKinds).length * Object.keys(providers).length * 2,
  );
  const page = readFileSync(new URL("../../../../docs/faults.md", import.meta.url), "utf8");
  expect(page === pageOf(measurements) || "outdated: run `pnpm safety faults --write`").toBe(true);
}, 120_000);

type Fetch = typeof globalThis.fetch;

describe("the checks find", () => {
  const wrongThrough = async (faults: FaultKind[], through: (send: Fetch) => Fetch) => {
    const measurements = await measure({ faults, through });
    return measurements.filter(({ at }) => at === "refund").flatMap(problemsIn);
  };

  // On Node, the body shows that a request left, whatever the error says.
  test("a runtime that calls every failure a refused connection", async () => {
    vi.stubGlobal("Bun", { version: "1.4.5" });
    onTestFinished(() => void vi.unstubAllGlobals());
    const wrong = await wrongThrough(
      ["reset_after", "reset_before"],
      (transport) => (input, init) =>
        transport(input, init).catch(() => {
          throw Object.assign(new TypeError(), { code: "ECONNREFUSED", path: input });
        }),
    );
    expect(wrong).toContain("the client reported not_sent: money had moved");
    expect(wrong).toContain("the client reported not_sent: a request had arrived");
  });

  test("a fetch that resends after a lost answer", async () => {
    const wrong = await wrongThrough(["reset_after"], (transport) => async (input, init) => {
      const request = new Request(input, init);
      const again = request.clone();
      const { url, headers } = again;
      const harmless = new Headers(headers);
      // The second request asks for a harmless fault in its header, which overrides the plan.
      harmless.set("x-refunds-fault", "drip");
      return transport(request).catch(async () =>
        transport(url, { method: again.method, headers: harmless, body: await again.text() }),
      );
    });
    expect(wrong).toContain("the client reported declined: money had moved");
  });

  test("a cache that answers for the provider", async () => {
    const kept = new Map<string, string>();
    const wrong = await wrongThrough(
      ["drip", "html_5xx_before"],
      (transport) => async (input, init) => {
        const request = new Request(input, init);
        const name = new URL(request.url).pathname;
        const response = await transport(request);
        const body = await response.text();
        if (response.ok) kept.set(name, body);
        return new Response(kept.get(name) ?? body);
      },
    );
    expect(wrong).toContain("the client reported succeeded: no money had moved");
  });
});

test.each<FaultKind>(["redirect_after", "redirect_before"])(
  "a fetch that follows redirects, to where nothing listens, misleads no client: %s",
  async (fault) => {
    const measurements = await measure({
      faults: [fault],
      through: (transport) => (input, init) =>
        transport(new Request(new Request(input, init), { redirect: "follow" })),
    });
    expect(measurements.flatMap(problemsIn)).toEqual([]);
  },
);
