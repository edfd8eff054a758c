import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";

const busy =
  "    - { code: busy, text: Come back later, reason: unauthorized, money: none, repeat: true, x-source: page }\n";
const broken = "    - { code: broken,";
/** Its documentation says of one error that the same request is worth sending again. */
const patient = change(northpay, broken, busy + broken);
const rejected =
  "- { when: { /state: QUEUED, http: 503 }, means: declined, repeat: true, x-source: page }";
const queued = "- { when: { /state: QUEUED }, means: pending, x-source: page }";

const generated = async (text: string) =>
  generate({ specs: new Map([["specs/northpay.yaml", text]]), existing: new Map() });

test("an error that is worth repeating shares no entry with one that is not", async () => {
  expect(await problemsOf(patient)).toEqual([]);
  const table = (await generated(patient)).get("packages/northpay/src/table.ts");
  expect(table).toContain('{ codes: ["bad_auth"], reason: "unauthorized" }');
  expect(table).toContain('{ codes: ["busy"], reason: "unauthorized", repeat: true }');
});

test("an error recognised by its message can be worth repeating", async () => {
  const told = change(patient, "code: busy,", "matchMessage: true,");
  const table = (await generated(told)).get("packages/northpay/src/table.ts");
  expect(table).toContain('{ message: "Come back later", reason: "unauthorized", repeat: true }');
});

test("so can a declined condition", async () => {
  const text = change(northpay, queued, `${rejected}\n          ${queued}`);
  expect(await problemsOf(text)).toEqual([]);
  const output = await generated(text);
  expect(output.get("packages/northpay/src/table.ts")).toContain(
    '{ when: { "/state": "QUEUED", http: "503" }, means: "declined", repeat: true, of: [0] }',
  );
  expect(output.get("packages/northpay/src/features.ts")).toContain("repeats: worthRepeating");
});

test("the package names the feature if its table needs it, and only then", async () => {
  const entryPoint = async (text: string) =>
    (await generated(text)).get("packages/northpay/src/features.ts");
  expect(await entryPoint(patient)).toMatch(
    /import \{[^}]*worthRepeating[^}]*\} from "@refunds\/core\/provider"/,
  );
  expect(await entryPoint(patient)).toContain("repeats: worthRepeating");
  expect(await entryPoint(northpay)).not.toContain("epeat");
});

test.each([
  [
    "an error that may have moved money",
    change(northpay, "money: unknown, x-source", "money: unknown, repeat: true, x-source"),
    "repeat: true",
    'code "broken" may have moved money, so nothing is worth sending again; remove it',
  ],
  [
    "a good outcome",
    change(northpay, "means: pending,", "means: pending, repeat: true,"),
    "repeat: true",
    "repeat belongs to a decline that moved no money, not to pending; remove it",
  ],
  [
    "an outcome that the error list decides",
    change(northpay, "means: by_code,", "means: by_code, repeat: true,"),
    "repeat: true",
    "repeat belongs to a decline that moved no money, not to by_code; remove it",
  ],
  [
    "a repeat that is denied",
    change(patient, "repeat: true", "repeat: false"),
    "repeat: false",
    "false cannot stand here; it must be true",
  ],
])("%s is not worth repeating", async (_, text, piece, complaint) => {
  expect(await problemsOf(text)).toEqual([
    expect.stringMatching(new RegExp(`^${lineOf(text, piece)} .*${complaint}`)),
  ]);
});
