import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { northpay } from "./fixtures.ts";

const manifest = "packages/northpay/package.json";

async function packageOf(spec: string, existing = new Map<string, string>()) {
  const output = await generate({ specs: new Map([["specs/northpay.yaml", spec]]), existing });
  const json = output.get(manifest) ?? "";
  const readme = output.get("packages/northpay/README.md") ?? "";
  return { json, refunds: JSON.parse(json).refunds, readme: readme.replaceAll(/\s+/g, " ") };
}

test("a package states which documentation it follows, for programs and for people", async () => {
  const { refunds, readme } = await packageOf(northpay);
  expect(refunds).toEqual({
    generatedFrom: "specs/northpay.yaml",
    documentation: {
      address: "https://northpay.example/docs/refunds",
      version: "7",
      read: "2026-01-02",
    },
  });
  expect(readme).toContain(
    "It follows [Northpay's refund page](https://northpay.example/docs/refunds), which calls itself 7, as read on 2026-01-02.",
  );
});

test("a page that states no version is given none", async () => {
  const spec = northpay.replace('  version: "7"\n', "");
  expect(spec).not.toBe(northpay);
  const { refunds, readme } = await packageOf(spec);
  expect(refunds.documentation).toEqual({
    address: "https://northpay.example/docs/refunds",
    read: "2026-01-02",
  });
  expect(readme).toContain("which states no version, as read on 2026-01-02.");
});

test("what is written there by hand does not survive", async () => {
  const written = JSON.stringify({ version: "1.2.3", refunds: { documentation: { read: "now" } } });
  const { json, refunds } = await packageOf(northpay, new Map([[manifest, written]]));
  expect(refunds.documentation.read).toBe("2026-01-02");
  expect(JSON.parse(json).version).toBe("1.2.3");
});
