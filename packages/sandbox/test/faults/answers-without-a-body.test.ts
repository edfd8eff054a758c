import { describe, expect, onTestFinished, test } from "vitest";
import { createSandboxOf } from "../../src/sandbox.ts";
import { serve } from "../../src/server.ts";
import type { SimulatorTable } from "../../src/simulator-table.ts";
import { refund } from "../fixtures/interfaces.ts";
import { bearerTable } from "../fixtures/tables.ts";

const headers = { "Refund-Id": "REF1", location: "/v1/refunds/REF1" };
const table: SimulatorTable = {
  ...bearerTable,
  answers: { ...bearerTable.answers, refunded: { http: 201, headers, fill: [] } },
};

async function inProcess() {
  const { fetch } = await createSandboxOf([table]);
  return { fetch, url: "http://127.0.0.1:4010/bearer/v1/refund" };
}

async function overSockets() {
  const server = await serve(await createSandboxOf([table]));
  onTestFinished(() => server.close());
  return { fetch: globalThis.fetch, url: `${server.url}/bearer/v1/refund` };
}

describe.each([
  ["sandbox.fetch", inProcess],
  ["HTTP", overSockets],
])("%s", (_, open) => {
  test.each([undefined, "drip"])("is complete with the fault %s", async (fault) => {
    const { fetch, url } = await open();
    const response = await fetch(url, refund(fault));
    expect([response.status, await response.text()]).toEqual([201, ""]);
  });

  test("is incomplete with the fault cut", async () => {
    const { fetch, url } = await open();
    const response = await fetch(url, refund("cut"));
    expect(response.headers.get("refund-id")).toBe("REF1");
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test.each(["follow", "error"] as const)(
    'names where the refund is, which is not a redirect: "%s"',
    async (redirect) => {
      const { fetch, url } = await open();
      const response = await fetch(url, refund(undefined, { redirect }));
      expect([response.status, response.headers.get("location")]).toEqual([201, headers.location]);
    },
  );
});
