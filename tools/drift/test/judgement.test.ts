import { expect, test } from "vitest";
import { whatChanged } from "../src/report/readable.ts";
import { readSpec } from "../src/spec/contract.ts";
import { formats } from "./pages/document.ts";
import { accepted, check, madeUpBy, recordedOf } from "./pages/providers.ts";

/** The changes of a page in which one piece of text is another, as "effect what". */
function changesOf(name: string, piece: string | RegExp, by: string): string[] {
  const provider = madeUpBy(name);
  const page = formats.pipes(provider.page);
  const changed = page.replace(piece, by);
  if (changed === page) throw new Error(`The page of ${name} has no ${piece} to change.`);
  const recorded = recordedOf(provider, "pipes");
  const result = check(changed, recorded, provider.spec);
  if (result.status === "unreadable") throw new Error(result.recognised.problem);
  return result.changes.map((change) => `${change.effect} ${whatChanged(change)}`);
}

test.each([
  [
    "a deciding word that the spec does not know",
    "mole",
    '"status": "refunded"',
    '"status": "done"',
    ["major example.response.success/status.value: done, was refunded"],
  ],
  [
    "a code that the spec does not list, though its type is in doubt",
    "harbour",
    '"code": 32',
    '"code": 33',
    ["major example.response.declined/code.value: 33, was 32"],
  ],
  [
    "a deciding word that the spec knows",
    "lantern",
    '"refundStatus": "success"',
    '"refundStatus": "failure"',
    ["none example.response/result/refundStatus.value: failure, was success"],
  ],
  [
    "an example's type that the spec reads too",
    "harbour",
    '"amount": "1234"',
    '"amount": 1234',
    ["none example.response.approved/amount.type: number, was string"],
  ],
  [
    "an example's type that the spec does not read",
    "lantern",
    '"fee": 1.2',
    '"fee": "1.2"',
    ["major example.response/result/fee.type: string, was number"],
  ],
  [
    "an envelope with another name",
    "lantern",
    '"result": {',
    '"data": {',
    ["major example.response/data, was example.response/result (looks renamed)"],
  ],
  [
    "a field that only an example shows",
    "lantern",
    '"fee": 1.2,',
    '"fee": 1.2,\n    "rate": 2,',
    ["minor example.response/result/rate added (type number)"],
  ],
  [
    "a field that the example has in another object",
    "lantern",
    '"fee": 1.2,\n    "final": true\n  }',
    '"final": true\n  },\n  "fee": 1.2',
    [
      "major example.response/fee added (type number)",
      "major example.response/result/fee removed (type number)",
    ],
  ],
  [
    "an answer's field that is no longer called optional",
    "mole",
    "(optional) Id",
    "Id",
    ["minor response.data.custom_id.required: no longer said, was no"],
  ],
  [
    "an answer's field that is optional now",
    "mole",
    "Id of the gateway",
    "(optional) Id of the gateway",
    ["major response.data.gateway_id.required: no, was not said"],
  ],
  [
    "a new request field of which nothing is said",
    "mole",
    "Why it is refunded |",
    "Why it is refunded |\namount | Float | How much |",
    ["major request.amount added (place body, type number)"],
  ],
  [
    "words in which a field's time is written",
    "mole",
    "YYYY-mm-dd h:i:s",
    "YYYY/mm/dd h:i:s",
    ["major response.data.paid_at.format: YYYY/mm/dd h:i:s, was YYYY-mm-dd h:i:s"],
  ],
  [
    "a condition",
    "quay",
    "Required if original_id is not sent",
    "Required if currency is sent",
    ["major request.order_id.requiredWhen: currency present, was original_id absent"],
  ],
  [
    "an example's title",
    "harbour",
    "APPROVED Response Example",
    "What an approved answer looks like",
    [],
  ],
])("%s", (_, name, piece, by, expected) => {
  expect(changesOf(name, piece, by)).toEqual(expected);
});

test("a new field is to stand with those that the page lists it with, inside their envelope", () => {
  const provider = madeUpBy("lantern");
  const { spec } = provider;
  const recorded = recordedOf(provider, "pipes");
  const page = formats.pipes(provider.page);
  const row = "fee | Number | 1.20 | Fee that is kept. |";
  const changed = page.replace(row, `${row}\nbonus | Number | 1.20 | What is added. |`);
  const result = check(changed, recorded, spec);
  const line =
    spec.text.slice(0, spec.text.indexOf("            refundNo:")).split("\n").length - 1;
  expect(spec.text.split("\n")[line - 1]).toBe("          properties:");
  expect(result).toMatchObject({
    changes: [{ kind: "added", subject: "response.bonus", spec: { line } }],
  });
});

test("of a word that decides, the line of its outcome is named too", () => {
  const provider = madeUpBy("lantern");
  const { spec } = provider;
  const lineOf = (piece: string) => spec.text.slice(0, spec.text.indexOf(piece)).split("\n").length;
  const recorded = recordedOf(provider, "pipes");
  const page = formats.pipes(provider.page);
  const placeOf = (piece: string, by: string) => {
    const result = check(page.replace(piece, by), recorded, spec);
    return "changes" in result ? result.changes[0]?.spec : undefined;
  };
  const line = lineOf("refundStatus: { type");
  const renamed = placeOf("2) success", "2) done");
  expect(renamed).toMatchObject({ line, outcome: lineOf("refundStatus: success }") });
  const other = placeOf("1) init", "1) created");
  expect(other).toMatchObject({ line, outcome: lineOf("outcomes:") });
  expect(placeOf("fee | Number", "fee | String")).not.toHaveProperty("outcome");
});

test("the code of a success, listed among the errors, is carried by its outcome", () => {
  const provider = madeUpBy("quay");
  const error = '    - { code: "000", text: Success, x-source: page }\n';
  expect(provider.spec.text).toContain(error);
  const spec = readSpec("specs/quay.yaml", provider.spec.text.replace(error, ""));
  const page = formats.pipes(provider.page);
  const recorded = accepted(page.replace("000 | Success |\n", ""), spec);
  const result = check(page, recorded, spec);
  const line = spec.text.slice(0, spec.text.indexOf("outcomes:")).split("\n").length;
  expect(result).toMatchObject({
    changes: [{ subject: "error.000", effect: "none", spec: { line } }],
  });
  expect(accepted(page, spec).committed.facts.length).toBeGreaterThan(20);
});

test("a sentence that changed is shown with its words, and is not a change in facts", () => {
  const provider = madeUpBy("quay");
  const recorded = recordedOf(provider, "html");
  const page = formats.markdown(provider.page).replace("are possible until", "end when");
  const result = check(page, recorded, provider.spec);
  expect(result).toMatchObject({
    status: "same",
    changes: [],
    text: [
      {
        section: "quay-gateway-refund-a-transaction",
        added: ["Partial refunds end when the whole sum is returned."],
        removed: 1,
      },
    ],
  });
});

test("a page that is cut is known as such, also where its hosts stand at its end", () => {
  const lantern = madeUpBy("lantern");
  const content = `${formats.pipes(lantern.page)}\nEnvironments\n\nLive: https://api.lantern.example\n`;
  const recorded = accepted(content, lantern.spec);
  const cut = content.slice(0, content.indexOf("Boolean"));
  expect(check(cut, recorded, lantern.spec).status).toBe("unreadable");
});
