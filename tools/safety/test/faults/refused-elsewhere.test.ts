import { expect, onTestFinished, test, vi } from "vitest";
import { measure } from "../../src/faults/measure.ts";

test("a client that does not run on Node knows, too, that the sandbox refused it", async () => {
  vi.stubGlobal("Bun", { version: "1.4.5" });
  onTestFinished(() => void vi.unstubAllGlobals());
  const all = await measure({ faults: ["refuse"] });
  const refused = all.filter(({ at, transport }) => at === "refund" && transport === "fetch");
  expect(new Set(refused.map(({ alone }) => alone.status))).toEqual(new Set(["not_sent"]));
}, 60_000);
