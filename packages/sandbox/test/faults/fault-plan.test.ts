import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allFaults, type FaultKind } from "../../src/faults/fault-kind.ts";
import { createChooser, type FaultPlan, type FaultSubject } from "../../src/faults/fault-plan.ts";
import { createSandboxOf } from "../../src/sandbox.ts";
import { refund } from "../fixtures/interfaces.ts";
import { tables } from "../fixtures/tables.ts";

type Target = Pick<FaultSubject, "provider" | "operation">;
const to = (provider: string, operation: FaultSubject["operation"] = "refund"): Target => ({
  provider,
  operation,
});
const faultsFor = (plan: FaultPlan, requests: readonly Target[]) => {
  const choose = createChooser(plan);
  return requests.map((target) => choose({ ...target, method: "POST", url: "http://localhost/" }));
};
const [a, b, token] = [to("a"), to("b"), to("a", "token")];

describe("a list", () => {
  test("counts the requests that an entry matches", () => {
    const plan = [
      { nth: 2, fault: "cut", provider: "a", operation: "refund" },
      { nth: 1, fault: "drip", operation: "token" },
      { nth: 5, fault: "flood" },
    ] as const;
    const none = undefined;
    expect(faultsFor(plan, [a, b, token, a, b, a])).toEqual([
      none,
      none,
      "drip",
      "cut",
      "flood",
      none,
    ]);
  });

  test("if two entries match one request, the first is applied and the other is used up", () => {
    const plan = [
      { nth: 1, fault: "cut" },
      { nth: 1, fault: "drip" },
    ] as const;
    expect(faultsFor(plan, [a, a])).toEqual(["cut", undefined]);
  });
});

test("a function is called with the number of the request to its operation", () => {
  const seen: string[] = [];
  const plan = ({ provider, operation, nth }: FaultSubject) => {
    seen.push(`${provider} ${operation} ${nth}`);
    return nth === 2 ? ("hang_after" as const) : undefined;
  };
  expect(faultsFor(plan, [a, b, token, a])).toEqual([
    undefined,
    undefined,
    undefined,
    "hang_after",
  ]);
  expect(seen).toEqual(["a refund 1", "b refund 1", "a token 1", "a refund 2"]);
});

describe("chance", () => {
  const many = Array.from({ length: 20_000 }, () => a);

  test("applies each fault as often as its chance says", () => {
    const faults = faultsFor({ seed: 7, chance: { reset_after: 0.1, cut: 0.02 } }, many);
    const count = (kind: FaultKind) => faults.filter((fault) => fault === kind).length;
    expect(count("reset_after") / many.length).toBeCloseTo(0.1, 1);
    expect(count("cut") / many.length).toBeCloseTo(0.02, 2);
    expect(new Set(faults)).toEqual(new Set([undefined, "reset_after", "cut"]));
  });

  test("a number is the chance of all faults together, each equally likely", () => {
    const faults = faultsFor({ seed: 7, chance: 1 }, many);
    for (const kind of allFaults) {
      const share = faults.filter((fault) => fault === kind).length / many.length;
      expect(share * allFaults.length).toBeGreaterThan(0.85);
      expect(share * allFaults.length).toBeLessThan(1.15);
    }
    expect(faultsFor({ seed: 7, chance: 0 }, many)).not.toContainEqual(expect.anything());
  });

  test("depends only on the seed, not on requests to other operations", () => {
    const plan = { seed: 7, chance: 0.5 };
    const alone = faultsFor(plan, [a, a, a, a, a, a, a, a]);
    expect(
      faultsFor(plan, [a, b, a, token, a, a, b, a, a, a, a]).filter(
        (_, at) => ![1, 3, 6].includes(at),
      ),
    ).toEqual(alone);
    expect(faultsFor({ ...plan, seed: 8 }, [a, a, a, a, a, a, a, a])).not.toEqual(alone);
  });
});

test.each<[string, unknown]>([
  ['faults[0].fault is "reset". It must be one of refuse, ', [{ nth: 1, fault: "reset" }]],
  ['faults[0].fault is "dripp"; did you mean drip? It must be', [{ nth: 1, fault: "dripp" }]],
  ["faults[0].fault is missing", [{ nth: 1 }]],
  ["faults[0].nth is 0. It must be an integer above 0", [{ nth: 0, fault: "cut" }]],
  ["faults[0].nth is missing", [{ fault: "cut" }]],
  [
    'faults[1].provider is "beerer"; did you mean bearer? It must be one of bearer, envelope, hmac, form',
    [
      { nth: 1, fault: "cut" },
      { nth: 1, fault: "cut", provider: "beerer" },
    ],
  ],
  [
    'faults[0].operation is "refunds"; did you mean refund? It must be one of refund, query, token',
    [{ nth: 1, fault: "cut", operation: "refunds" }],
  ],
  [
    "faults[0].times is unknown; use nth, fault, provider, operation",
    [{ nth: 1, fault: "cut", times: 2 }],
  ],
  ["faults[0] must be an object", ["cut"]],
  ["faults must be a list, a function, or an object with seed and chance", "cut"],
  ['faults.chance.rest is "rest". It must be one of', { seed: 1, chance: { rest: 1 } }],
  ["faults.chance.cut is 2. It must be a number from 0 to 1", { seed: 1, chance: { cut: 2 } }],
  ["faults.chance.cut is null", { seed: 1, chance: { cut: Number.NaN } }],
  ["faults.chance is 1.5. It must be a number from 0 to 1", { seed: 1, chance: 1.5 }],
  ["faults.chance adds up to 1.2.", { seed: 1, chance: { cut: 0.6, drip: 0.6 } }],
  ["faults.seed is 0.5. It must be an integer", { seed: 0.5, chance: 1 }],
  [
    "faults.sead is unknown; use seed, chance, operation; did you mean seed?",
    { sead: 1, seed: 1, chance: 1 },
  ],
  [
    'faults.operation is "refunds"; did you mean refund? It must be one of refund, query, token',
    { seed: 1, chance: 1, operation: "refunds" },
  ],
])("%s", async (message, given) => {
  const faults = given as FaultPlan;
  await expect(createSandboxOf(tables, { faults })).rejects.toThrow(message);
  const sandbox = await createSandboxOf(tables);
  expect(() => sandbox.inject(faults)).toThrow(message);
});

describe("a sandbox's plan", () => {
  const url = "http://localhost/bearer/v1/refund";
  const faults = [{ nth: 2, fault: "reset_after" }] as const;

  test("restarts with reset(), and is replaced by inject()", async () => {
    const sandbox = await createSandboxOf(tables, { faults });
    const nextFault = async () => {
      await sandbox.fetch(url, refund()).catch(() => {});
      return sandbox.requests.at(-1)?.fault;
    };
    expect([await nextFault(), await nextFault(), await nextFault()]).toEqual([
      undefined,
      "reset_after",
      undefined,
    ]);
    sandbox.reset();
    expect([await nextFault(), await nextFault()]).toEqual([undefined, "reset_after"]);
    sandbox.inject([{ nth: 1, fault: "refuse" }]);
    expect([await nextFault(), await nextFault()]).toEqual(["refuse", undefined]);
    sandbox.inject();
    sandbox.reset();
    expect([await nextFault(), await nextFault()]).toEqual([undefined, undefined]);
  });

  test("yields to the header of a request, but counts the request", async () => {
    const sandbox = await createSandboxOf(tables, { faults });
    await sandbox.fetch(url, refund("twice_the_amount"));
    await sandbox.fetch(url, refund("twice_the_amount"));
    await sandbox.fetch(url, refund());
    expect(sandbox.requests.map(({ fault }) => fault)).toEqual([
      "twice_the_amount",
      "twice_the_amount",
      undefined,
    ]);
  });

  test("an error in a plan's function goes to onFault, and the request is not processed", async () => {
    const errors: unknown[] = [];
    const sandbox = await createSandboxOf(tables, {
      faults: () => "rest" as FaultKind,
      onFault: (error) => errors.push(error),
    });
    await expect(sandbox.fetch(url, refund())).rejects.toThrow("The sandbox gave no answer");
    expect(String(errors)).toContain('Unknown fault "rest".');
    expect(sandbox.refunds).toEqual([]);
  });
});

test("the README lists every fault", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  for (const kind of allFaults)
    expect(readme).toContain(`| \`${kind.replace(/_after$/, "_before")}\``);
});
