import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { heldAgainstSource } from "../src/print/held-against.ts";
import { northpay } from "./fixtures.ts";

async function pageWith(
  comparisons?: readonly object[],
  notCompared?: readonly object[],
): Promise<string> {
  const existing = new Map(
    comparisons ? [[heldAgainstSource, JSON.stringify({ comparisons, notCompared })]] : [],
  );
  const output = await generate({ specs: new Map([["specs/northpay.yaml", northpay]]), existing });
  return (output.get("docs/providers/northpay.md") ?? "").replaceAll(/\s+/g, " ");
}

const comparison = { provider: "northpay", package: "northpay-node", version: "1.2.3" };

test("the page of a provider names the SDK that its client was held against, and what differs", async () => {
  const differences = [{ part: "body" }, { part: "header accept" }];
  expect(await pageWith([{ ...comparison, differences }])).toContain(
    "Held against `northpay-node` 1.2.3: [the same request, except for the body and the header accept](../held-against-sdks.md).",
  );
  expect(await pageWith([{ ...comparison, differences: [] }])).toContain(
    "1.2.3: [the same request](../held-against-sdks.md).",
  );
});

test("a provider whose SDK was not compared says so", async () => {
  const text = "No SDK of Northpay was [compared with this client](../held-against-sdks.md).";
  expect(await pageWith()).toContain(text);
  expect(await pageWith([{ ...comparison, provider: "other", differences: [] }])).toContain(text);
});

test("a provider whose SDK talks to another API says why it was not compared", async () => {
  const other = { ...comparison, because: "it sends XML" };
  expect(await pageWith([], [other])).toContain(
    "`northpay-node` 1.2.3 cannot be [compared with this client](../held-against-sdks.md): it sends XML.",
  );
});
