/** Where a maintainer who followed real pages stumbled. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptPage } from "../src/accept.ts";
import { readSpec } from "../src/spec/contract.ts";
import { parseType } from "../src/words/types.ts";
import { repoWith, run, runAsItIs } from "./command.ts";
import { formats } from "./pages/document.ts";
import { answer, changesOf, errors, lineOf, page, put, spec, yaml } from "./pages/oriole.ts";
import { accepted } from "./pages/providers.ts";
import { quay } from "./pages/quay.ts";

test("the whole address where the page had its path is the same address", () => {
  const served = yaml.replace("/v1/payments/{id}/refunds:", "/payments/{id}/refunds:");
  const held = readSpec(spec.file, served.replace('api.oriole.example"', 'api.oriole.example/v1"'));
  const before = page
    .replace("`POST /v1/payments", "`POST /payments")
    .replace("Live: https://api.oriole.example", "Live: https://api.oriole.example/v1");
  const recorded = accepted(before, held);
  const address = (host: string) =>
    put("`POST /payments/", `\`POST https://${host}/v1/payments/`, before);
  expect(changesOf(address("api.oriole.example"), recorded, held)).toEqual([]);
  expect(changesOf(put("POST /payments/", "POST /v2/payments/", before), recorded, held)).toEqual([
    "major operation.path: /v2/payments/{id}/refunds, was /payments/{id}/refunds",
  ]);
});

test.each([
  ["String(65,535)", { maxLength: "65535" }],
  ["varchar(1,024)", { maxLength: "1024" }],
  ["String(1,048,576)", { maxLength: "1048576" }],
  ["String(max 65,535)", { maxLength: "65535" }],
  ["String(1,32)", { minLength: "1", maxLength: "32" }],
  ["String(1,128)", { minLength: "1", maxLength: "128" }],
  ["String(0,255)", { minLength: "0", maxLength: "255" }],
  ["String(10, 500)", { minLength: "10", maxLength: "500" }],
])("%s has a thousands separator only where it is one number", (cell, limits) => {
  expect(parseType(cell)).toEqual({ type: "string", ...limits });
});

describe("a field that only the example still has", () => {
  const example =
    '### Sample answer\n\n```json\n{ "refund": "r1", "status": "DONE", "made_at": "x" }\n```\n';
  const shown = put("## Errors", `${example}\n## Errors`);
  const recorded = accepted(shown, spec);
  const row = /\| made_at .*\n/.exec(shown)?.[0] ?? "";
  const line = "                  made_at: { type: string, x-source: page }\n";
  const gapsOf = (edited: string) => {
    const held = readSpec(spec.file, edited);
    const result = acceptPage(put(row, "", shown), recorded.committed, held, recorded.reading);
    return result.status === "refused" ? result.gaps : result.status;
  };
  const message = "response.made_at: its example still has it; the table does not.";

  test("is refused while the spec has it, at its line", () => {
    expect(gapsOf(yaml)).toEqual([
      { line: lineOf("made_at:"), message: expect.stringContaining(`${message} Remove the field`) },
    ]);
  });

  test("is refused once the spec has it no more, with what to write", () => {
    expect(gapsOf(yaml.replace(line, ""))).toEqual([
      {
        line: expect.any(Number),
        message: `${message} Name it in an x-contradiction of the operation, or keep the field with one of its own: "The example has made_at; the table does not."`,
      },
    ]);
  });

  const mark = "x-contradiction: The example has made_at; the table does not.";
  test.each([
    [
      "a mark of the operation",
      yaml
        .replace(line, "")
        .replace("operationId: refund\n", `operationId: refund\n      ${mark}\n`),
    ],
    ["a mark of the field", yaml.replace(line, line.replace(" }", `, ${mark} }`))],
  ])("is recorded with %s", (_, edited) => {
    expect(gapsOf(edited)).toBe("accepted");
  });
});

describe("the commands", () => {
  let root = "";
  const save = (file: string, text: string) => writeFileSync(join(root, file), text);
  const read = (file: string) => readFileSync(join(root, file), "utf8");

  beforeAll(() => {
    root = repoWith("quay", "oriole");
    save("quay.html", formats.html(quay));
    save("oriole.md", page);
    expect(run(root, "accept", "oriole", "oriole.md", "--yes")).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("accept records nothing for a spec that the generator refuses, and says why", () => {
    const { code, err } = runAsItIs(root, "accept", "quay", "quay.html", "--yes");
    expect(code).toBe(1);
    expect(err).toMatch(
      /^specs\/quay\.yaml:\d+:\d+ {2}.+\n(?:.*\n)*\d+ problems?; nothing was recorded\.\n$/,
    );
    expect(existsSync(join(root, "specs/facts/quay.json"))).toBe(false);
  });

  test("accept names the table that a refused code may stand in, and what a reading may say", () => {
    save(
      "more.md",
      page.replace(
        errors,
        `${errors}\n## More errors\n\n| Id | Text |\n|---|---|\n| 2001 | Other |\n`,
      ),
    );
    const text = read("specs/oriole.yaml");
    save(
      "specs/oriole.yaml",
      `${text.trimEnd()}\n    - { code: "2001", text: Other, x-source: page }\n`,
    );
    const { code, err } = run(root, "accept", "oriole", "more.md");
    save("specs/oriole.yaml", text);
    expect(code).toBe(1);
    expect(err).toContain("the code 2001 is said to be from the page");
    expect(err).toMatch(
      /the table under "More errors" \(Id, Text: .*\. Say in specs\/readings\/oriole\.json what it means \("is": request, response, errors, values, lines, nothing; "columns": name, type, /,
    );
  });

  test("check says what is next where only words changed", () => {
    save("words.md", put("How much.", "How much, of what was paid."));
    const { code, out } = run(root, "check", "oriole", "words.md");
    expect(code).toBe(0);
    expect(out).toContain(
      "Next: if a sentence changes the contract, edit specs/oriole.yaml (and specs/readings/oriole.json, where a part of the page is built otherwise), then\n  npm run docs:accept -- oriole words.md\n  npm run generate\n  npm run changes\n",
    );
  });

  test("check ranks what may be wrong with a page", () => {
    const other = answer.replace("| Field |", "| Called |");
    save("cut.md", page.replace(answer, other));
    const { code, out } = run(root, "check", "oriole", "cut.md");
    expect(code).toBe(2);
    expect(out).toMatch(
      /Do the first that fits:\n {2}1\. It is not whole, .*\n {2}2\. A part is called .*specs\/readings\/oriole\.json\.\n {2}3\. .*--whole.*\n {2}4\. .*-- oriole cut\.md --propose.*\n/,
    );
  });

  test("a reading that is proposed anew says what it changes in the one that it replaces", () => {
    const file = "specs/readings/oriole.json";
    const before = read(file);
    save(file, before.replace('"is": "errors"', '"is": "nothing"'));
    const { code, out } = run(root, "accept", "oriole", "oriole.md", "--propose");
    expect(code).toBe(1);
    expect(out).toContain(
      `${file} is proposed:\n- table     "Errors": nothing; Code = code, Message = message\n+ table     "Errors": errors; Code = code, Message = message\n`,
    );
    expect(read(file)).toBe(before);
  });
});
