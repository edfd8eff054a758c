/** What was called wrongly, or led nowhere, while layouts were guessed from. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptPage } from "../src/accept.ts";
import { checkPage, pageOf } from "../src/check.ts";
import { textOf } from "../src/files.ts";
import { propose } from "../src/reading/propose.ts";
import type { Reading } from "../src/reading/reading.ts";
import { readSpec } from "../src/spec/contract.ts";
import { repoWith, run } from "./command.ts";
import { formats } from "./pages/document.ts";
import { changesOf, page, put, spec, whole, yaml } from "./pages/oriole.ts";
import { accepted, check, type Recorded } from "./pages/providers.ts";
import { quay } from "./pages/quay.ts";

describe("a column that no reading knows", () => {
  test.each([
    ["Required", "Always There", "required"],
    ["Type", "Format of value", "type"],
  ] as const)("%s, called %s, is named and guessed nothing from", (title, other, role) => {
    const content = page.replaceAll(`| ${title} |`, `| ${other} |`);
    const checked = check(content, whole, spec);
    expect(checked).toMatchObject({ status: "unreadable", changes: [] });
    expect(checked.recognised.problem).toContain(
      `the column "${title}" (${role}) of the table under "Request body" is not read`,
    );
    expect(checked.recognised.problem).toContain(`"${other}"`);
    const rename = (columns: Reading["tables"][number]["columns"]) =>
      Object.fromEntries(
        Object.entries(columns).map(([name, what]) => [name === title ? other : name, what]),
      );
    const reading = {
      ...whole.reading,
      tables: whole.reading.tables.map((table) => ({ ...table, columns: rename(table.columns) })),
    };
    expect(checkPage(content, whole.committed, reading, spec).status).toBe("same");
  });

  test("next to those that it knows, is named", () => {
    const content = page
      .replace("| Code | Message |\n|---|---|", "| Code | Message | Lane |\n|---|---|---|")
      .replace(/^(\| 100.*)$/gm, "$1 fast |");
    expect(check(content, whole, spec)).toMatchObject({
      status: "same",
      said: { unread: [{ what: 'the column "Lane" of the table under "Errors"', weight: "note" }] },
    });
  });
});

test("a table that no reading knows is named with what it lists, and is to be decided on", () => {
  const content = put(
    "### Request body",
    "### Headers\n\n| Field | Type | Required |\n|---|---|---|\n| X-Lane | string | Yes |\n\n### Request body",
  );
  expect(check(content, whole, spec)).toMatchObject({
    status: "changed",
    effect: "none",
    said: {
      unread: [
        { what: 'the table under "Headers" (Field, Type, Required: X-Lane)', weight: "decide" },
      ],
    },
  });
});

describe("no change", () => {
  test.each([
    ["<nobr> around a name in Markdown", put("| amount |", "| <nobr>amount</nobr> |")],
    ["MM written as mm", put("yyyy-MM-dd HH:mm:ss", "yyyy-mm-dd HH:mm:ss")],
    [
      "a hyphen that does not break in a name",
      put("Live:", "Live:").replaceAll("Oriole", "Ori\u2011ole"),
    ],
  ])("is %s", (_, content) => {
    expect(changesOf(content)).toEqual([]);
  });

  test("is U+2011 in the name of a header", () => {
    const held = readSpec(
      "specs/oriole.yaml",
      yaml.replace(
        "- { name: id,",
        "- { name: X-Lane-No, in: header, x-source: page, schema: { type: string } }\n        - { name: id,",
      ),
    );
    const content = put(
      "### Request body",
      "### Headers\n\n| Field | Type |\n|---|---|\n| X-Lane-No | string |\n\n### Request body",
    );
    const recorded = accepted(content, held);
    expect(
      check(content.replace("X-Lane-No", "X\u2011Lane\u2011No"), recorded, held),
    ).toMatchObject({ status: "same", changes: [] });
  });

  test("is a month written otherwise, and a clock of twelve hours is one", () => {
    expect(changesOf(put("HH:mm:ss", "hh:mm:ss"))).toEqual([
      "major response.made_at.format: yyyy-MM-dd hh:mm:ss, was yyyy-MM-dd HH:mm:ss",
    ]);
  });

  test("is an icon that is called Yes", () => {
    const html = formats.html(quay);
    const recorded = accepted(
      html,
      readSpec(
        "specs/quay.yaml",
        readFileSync(new URL("pages/quay.yaml", import.meta.url), "utf8"),
      ),
    );
    const icons = html.replaceAll("<td>M</td>", '<td><img src="/tick.svg" alt="Yes"></td>');
    expect(icons).not.toBe(html);
    expect(
      check(
        icons,
        recorded,
        readSpec(
          "specs/quay.yaml",
          readFileSync(new URL("pages/quay.yaml", import.meta.url), "utf8"),
        ),
      ).changes,
    ).toEqual([]);
  });

  test("is a method that is newly written, and that the spec has", () => {
    const bare = page.replace("`POST /v1", "`/v1");
    const recorded = accepted(bare, spec);
    expect(recorded.committed.facts.map(({ id }) => id)).not.toContain("operation.method");
    const written = put("Live:", "Method: POST\n\nLive:", bare);
    expect(changesOf(written, recorded)).toEqual([]);
    const reading = { ...recorded.reading, lines: [...recorded.reading.lines, "Method: {method}"] };
    expect(changesOf(written, { ...recorded, reading })).toEqual([
      "none operation.method: POST, was not said",
    ]);
    expect(
      changesOf(written.replace("Method: POST", "Method: PUT"), { ...recorded, reading }),
    ).toEqual(["major operation.method: PUT, was not said"]);
  });
});

test("a page's own <meta> says what its bytes are", () => {
  const text = '<html><head><meta charset="iso-8859-2"></head><body>Zażółć</body></html>';
  const bytes = Buffer.from(
    [...text].map(
      (letter) => ({ ż: 0xbf, ó: 0xf3, ł: 0xb3, ć: 0xe6 })[letter] ?? letter.charCodeAt(0),
    ),
  );
  expect(textOf(bytes, "page.html")).toBe(text);
  // A browser that saves a page as UTF-8 leaves its <meta> as it was.
  expect(textOf(Buffer.from(text), "page.html")).toBe(text);
});

describe("a sample of the call with an id in its path", () => {
  const sample =
    "```sh\ncurl -X POST https://api.oriole.example/v1/payments/pay_5TgbNhy6/refunds\n```\n\n";
  const pathsOf = (recorded: Recorded) =>
    recorded.committed.facts.flatMap(({ id, value }) => (id === "operation.path" ? [value] : []));

  test("does not block a page that has the path", () => {
    const shown = put("Live:", `${sample}Live:`);
    expect(pathsOf(accepted(shown, spec))).toEqual(["/v1/payments/{id}/refunds"]);
  });

  test("is the path, where the page has it nowhere else, whatever its id", () => {
    const alone = put("`POST /v1/payments/{id}/refunds`\n\nLive:", `${sample}Live:`);
    const recorded = accepted(alone, spec);
    expect(pathsOf(recorded)).toEqual(["/v1/payments/{id}/refunds"]);
    expect(changesOf(put("pay_5TgbNhy6", "pay_8", alone), recorded)).toEqual([]);
    expect(changesOf(put("/refunds\n", "/returns\n", alone), recorded)).toContain(
      "major operation.path: /v1/payments/pay_5TgbNhy6/returns, was /v1/payments/{id}/refunds",
    );
  });
});

test("what is accepted is not refused by the next check", () => {
  const small =
    "Refund\n\nPOST /v1/payments/{id}/refunds\n\nRequest body\n\nField | Type\nreference | string\n";
  const proposal = propose(pageOf(small, [], undefined, spec), spec.contract);
  const content = yaml
    .slice(0, yaml.indexOf("      responses:"))
    .replace(/ +(?:amount|items|count): \{? ?type: (?:integer|array).*\n/g, "");
  const bare = readSpec(
    "specs/oriole.yaml",
    `${content.slice(0, content.indexOf("                items:"))}x-errors: { list: [] }\n`
      .replace("  - { url", "  - { x-assumption: Not on the page., url")
      .replace("- { name: id, in", "- { x-assumption: Not said., name: id, in")
      .replace("maxLength: 40, x-source: page }", "x-source: page }")
      .replace("required: [reference, amount]", "required: [reference]"),
  );
  expect(acceptPage(small, undefined, bare, proposal.reading)).toMatchObject({
    status: "unreadable",
    unread: [{ why: expect.stringContaining("it is another page") }],
  });
});

describe("--whole", () => {
  let root = "";
  beforeAll(() => {
    root = repoWith("quay", "oriole");
    writeFileSync(join(root, "page.md"), page);
    expect(run(root, "accept", "oriole", "page.md", "--yes")).toMatchObject({ code: 0, err: "" });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    ["whose end is missing", page.slice(0, page.indexOf("### Response body"))],
    ["of which a fence is left open", `${page}\n\`\`\`json\n{`],
    [
      "of which a table is a list of another kind",
      page.replace(/\| Field [\s\S]*?(?=#### Item)/, "* reference and amount, see below\n\n"),
    ],
  ])("is advised for a page %s, and takes it", (_, content) => {
    writeFileSync(join(root, "changed.md"), content);
    const { code, out } = run(root, "check", "oriole", "changed.md");
    expect({ code, out }).toMatchObject({ code: 2, out: expect.stringContaining("add --whole") });
    expect(run(root, "check", "oriole", "changed.md", "--whole").code).toBeLessThan(2);
  });

  test("is not advised where it would do nothing", () => {
    writeFileSync(join(root, "other.md"), formats.markdown(quay));
    for (const flags of [[], ["--whole"]]) {
      const { code, out } = run(root, "check", "oriole", "other.md", ...flags);
      expect(code).toBe(2);
      expect(out).not.toContain("--whole");
    }
  });
});
