/** What an answer must have to be trusted. */
import { expect, test } from "vitest";
import type { Expected } from "../src/table.ts";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

const shaped: [Expected, unknown, boolean][] = [
  [{ is: true }, true, true],
  [{ is: true }, "true", false],
  [{ is: true }, 1, false],
  [{ is: true }, false, false],
  [{ is: "true" }, "true", true],
  [{ is: "true" }, true, false],
  [{ is: "0000" }, "0000", true],
  [{ is: "0000" }, 0, false],
  [{ is: 0 }, 0, true],
  [{ is: 0 }, "0", false],
  [{ is: 0 }, null, false],
  [{ is: 0 }, [0], false],
  [{ is: 'a"b' }, 'a"b', true],
  [{ is: 1 }, undefined, false],
  [{ not: "0000" }, "0001", true],
  [{ not: "0000" }, "0000", false],
  [{ not: "0000" }, 0, false],
  [{ not: "0000" }, null, false],
  [{ not: "0000" }, undefined, false],
  [{ not: true }, "true", false],
  [{ not: true }, true, false],
  [{ type: "string" }, "", true],
  [{ type: "string" }, 1, false],
  [{ type: ["integer", "string"] }, 1, true],
  [{ type: ["integer", "string"] }, "1", true],
  [{ type: ["integer", "string"] }, 1.5, false],
  [{ type: "number" }, 1.5, true],
  [{ type: "boolean" }, false, true],
  [{ type: "boolean" }, "false", false],
  [{ type: "object" }, {}, true],
  [{ type: "object" }, [], false],
  [{ type: "object" }, null, false],
  [{ type: "array" }, [], true],
  [{ type: ["array", "null"] }, null, true],
  [{ type: "string" }, undefined, false],
];
test.each(shaped)("an answer that must be %j and is %j", async (kind, flag, fits) => {
  const { fetch } = fakeFetch(() => json({ ...acornAnswer, flag }));
  const refund = {
    ...acornTable.refund,
    answer: [{ "/none": { type: "string" } }, { "/flag": kind }] as const,
  };
  const outcome = await acorn({ fetch }, { ...acornTable, refund }).refund(acornRequest);
  expect(outcome).toMatchObject(
    fits ? { status: "succeeded" } : { status: "unknown", because: "undocumented_answer" },
  );
  if (!fits) expect("message" in outcome && outcome.message).toContain("at /none or /flag");
});

test("an answer must have all that one shape has", async () => {
  const answer = [
    { "/a": { type: "string" }, "/b": { type: "string" } },
    { "/a": { type: "integer" }, "/c": { type: "string" } },
  ] as const;
  const table = { ...acornTable, refund: { ...acornTable.refund, answer } };
  const statusOf = async (more: object) => {
    const { fetch } = fakeFetch(() => json({ ...acornAnswer, ...more }));
    return (await acorn({ fetch }, table).refund(acornRequest)).status;
  };
  expect(await statusOf({ a: "", b: "" })).toBe("succeeded");
  expect(await statusOf({ a: 1, c: "" })).toBe("succeeded");
  expect(await statusOf({ a: "", c: "" })).toBe("unknown");
  expect(await statusOf({ b: "", c: "" })).toBe("unknown");
});
