import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { acceptPage } from "../src/accept.ts";
import { pageOf } from "../src/check.ts";
import { propose } from "../src/reading/propose.ts";
import { readSpec } from "../src/spec/contract.ts";
import { formats } from "./pages/document.ts";
import { harbour } from "./pages/harbour.ts";
import { lantern } from "./pages/lantern.ts";
import {
  accepted as acceptedPage,
  madeUpBy,
  type Recorded,
  recordedOf,
} from "./pages/providers.ts";

const text = (name: string) => readFileSync(new URL(`pages/${name}.yaml`, import.meta.url), "utf8");
const spec = (content: string) => readSpec("specs/made-up.yaml", content);
const lineOf = (content: string, piece: string) =>
  content.slice(0, content.indexOf(piece)).split("\n").length;

/** With the reading as it is proposed of the page as it was. */
function gapsOf(content: string, yaml: string, recorded?: Recorded) {
  const held = spec(yaml);
  const reading =
    recorded?.reading ?? propose(pageOf(content, [], undefined, held), held.contract).reading;
  const accepted = acceptPage(content, recorded?.committed, held, reading);
  return accepted.status === "refused" ? accepted.gaps : accepted.status;
}

const page = formats.html(lantern);

test("a page that the spec carries is accepted, and gives the same file again", () => {
  const [first, second] = [1, 2].map(() => acceptedPage(page, spec(text("lantern"))));
  expect(first?.committed).toMatchObject({ read: "2026-11-22" });
  expect(second).toEqual(first);
});

test.each([
  ["a code", page.replace("50002", "50007"), "error.50007"],
  ["a type", page.replace("<td>Boolean</td>", "<td>String</td>"), "response.final.type: string"],
  ["a limit", page.replace("Up to 60", "Up to 50"), "request.memo.maxLength: 50"],
  ["a path", page.replace("/api/v3/", "/api/v4/"), "operation.path: /api/v4/payment/refund"],
  ["a required field", page.replace("<td>No</td>", "<td>Yes</td>"), "request.memo.required: yes"],
  ["a word", page.replace("3) failure", "3) broken"), "response.refundStatus.enum.broken"],
])("%s that changed is refused until the spec has it", (_, changed, fact) => {
  const recorded = acceptedPage(page, spec(text("lantern")));
  const gaps = gapsOf(changed, text("lantern"), recorded);
  expect(JSON.stringify(gaps)).toContain(fact);
});

test("an outcome in the page's name by a word that the page does not have any more is refused", () => {
  const outcome = "- { when: { /status: SUCCESS, /result/refundStatus: failure }, means: declined";
  const content = text("lantern").replace(
    "          - { when: { /status: ERROR }",
    `          ${outcome}, x-source: page }\n$&`,
  );
  expect(gapsOf(page, content)).toBe("accepted");
  const renamed = page.replace("3) failure", "3) broken");
  const followed = content.replace("init, success, failure", "init, success, broken");
  const message = 'decides by the word "failure" of result.refundStatus in the page\'s name';
  expect(gapsOf(renamed, followed)).toEqual([
    { line: lineOf(followed, outcome), message: expect.stringContaining(message) },
  ]);
  const decided = followed.replace("refundStatus: failure", "refundStatus: broken");
  expect(gapsOf(renamed, decided)).toBe("accepted");
});

test("a line in the page's name, of which the page says nothing, is refused with its line", () => {
  const content = text("lantern").replace(
    "            fee: {",
    "            bonus: { type: number, x-source: page }\n            fee: {",
  );
  const line = lineOf(content, "bonus:");
  expect(gapsOf(page, content)).toEqual([
    expect.objectContaining({ line, message: expect.stringContaining("response.result.bonus") }),
  ]);
});

test("a parameter that the page's path names is on the page, without a row of its own", () => {
  const content = text("lantern")
    .replace("/payment/refund:", "/payment/{shop}/refund:")
    .replace(
      "      requestBody:",
      "      parameters:\n        - { name: shop, in: path, required: true, x-source: page, schema: { type: string } }\n      requestBody:",
    );
  const onPage = page.replaceAll("/payment/refund", "/payment/{shop}/refund");
  expect(gapsOf(onPage, content)).toBe("accepted");
});

test.each(["x-assumption: Not on the page.", "x-source: rules"])(
  "%s lets such a line stand",
  (mark) => {
    const content = text("lantern").replace(
      "            fee: {",
      `            bonus: { type: number, ${mark.startsWith("x-source") ? mark : `x-source: page, ${mark}`} }\n            fee: {`,
    );
    expect(gapsOf(page, content)).toBe("accepted");
  },
);

test("a word that the spec adds to the page's is refused", () => {
  const content = text("lantern").replace(
    "[init, success, failure]",
    "[init, success, failure, lost]",
  );
  expect(gapsOf(page, content)).toEqual([
    expect.objectContaining({ message: expect.stringContaining('"lost"') }),
  ]);
});

test("a contradiction excuses what the page said when it was written, and nothing later", () => {
  const recorded = recordedOf(madeUpBy("harbour"), "html");
  const changed = formats
    .html(harbour)
    .replace("<td>00</td><td>Int</td>", "<td>00</td><td>Boolean</td>");
  const content = text("harbour");
  expect(gapsOf(changed, content, recorded)).toEqual([
    {
      line: lineOf(content, "code: { type: [string"),
      message: expect.stringContaining('response.code.type "boolean", and said "integer"'),
    },
  ]);
  const decided = content.replace("An integer in the table", "A boolean in the table");
  expect(gapsOf(changed, decided, recorded)).toBe("accepted");
});

test("a page whose path was not read is refused, since another path would not be seen", () => {
  const gaps = gapsOf(page.replaceAll("/api/v3/payment/refund", "below"), text("lantern"));
  expect(gaps).toEqual([
    {
      line: lineOf(text("lantern"), "    post:"),
      message: "the path is said to be from the page, and no fact of the page is about it",
    },
  ]);
});

test("says which units and formats of the spec it did not read off the page", () => {
  const said = page.replace("Sum to give back. Cent is the unit.", "Sum to give back.");
  const held = spec(text("lantern"));
  const proposal = propose(pageOf(said, [], undefined, held), held.contract);
  const accepted = acceptPage(said, undefined, held, proposal.reading);
  expect(accepted).toMatchObject({ status: "accepted", unread: ["request.refundAmount (unit)"] });
});

test("an example's null is not a word that the spec has to know, where the field may be null", () => {
  const shown = formats.pipes(lantern).replace('"fee": 1.2,', '"fee": 1.2,\n    "code": null,');
  const withType = (type: string) =>
    text("lantern").replace(
      "            fee: {",
      `            code: { type: ${type}, x-source: page }\n            fee: {`,
    );
  expect(gapsOf(shown, withType('[string, "null"]'))).toBe("accepted");
  expect(gapsOf(shown, withType("string"))).not.toBe("accepted");
});
