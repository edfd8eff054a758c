import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whatWasRead } from "../src/report/what-was-read.ts";
import { repoWith, run } from "./command.ts";
import { formats } from "./pages/document.ts";
import { lantern } from "./pages/lantern.ts";
import { quay } from "./pages/quay.ts";

let root = "";

const examplesAlone = [
  "request.amount",
  "example.request/amount",
  "example.request/memo",
  "example.response/refund",
  "example.response/refund/id",
].map((subject) => ({
  id: `${subject}.type`,
  subject,
  aspect: "type",
  value: "string",
  words: "",
}));

const save = (file: string, page: string) => writeFileSync(join(root, file), page);
const changed = formats
  .markdown(quay)
  .replace("| E-900 |", "| E-901 |")
  .replaceAll("`E-900`", "`E-901`");

beforeAll(() => {
  root = repoWith("quay", "lantern");
  save("page.html", formats.html(quay));
  save("page.txt", formats.joined(quay));
  save("changed.md", changed);
  save("empty.html", "");
  save("page.pdf", "%PDF-1.7\u0000");
  save("long.txt", " ".repeat(20_000_001));
  save("cut.txt", formats.pipes(quay).slice(0, 900));
  expect(run(root, "accept", "quay", "page.html", "--yes")).toMatchObject({ code: 0, err: "" });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("docs:check", () => {
  test("exits 0 where nothing changed, whatever the format", () => {
    expect(run(root, "check", "quay", "page.txt")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("quay: no change in facts"),
    });
  });

  test("reads what Windows saves as Unicode", () => {
    const page = formats.joined(quay).replaceAll("Transaction not found", "Transação not found");
    const marked = Buffer.from(`\uFEFF${page}`, "utf16le");
    for (const bytes of [marked, Buffer.from(marked).swap16()]) {
      writeFileSync(join(root, "windows.txt"), bytes);
      expect(run(root, "check", "quay", "windows.txt").out).toContain(
        "error.102.message: Transação not found, was Transaction not found",
      );
    }
  });

  test("exits 1 with the page's words, the spec's line and the effect", () => {
    const { code, out } = run(root, "check", "quay", "changed.md");
    const spec = readFileSync(join(root, "specs/quay.yaml"), "utf8").split("\n");
    const line = spec.findIndex((text) => text.includes("E-900")) + 1;
    expect(code).toBe(1);
    expect(out).toContain("major  error.E-901, was error.E-900 (looks renamed)");
    expect(out).toContain("page  E-901 | System malfunction");
    expect(out).toContain(`spec  specs/quay.yaml:${line}`);
    expect(out).toContain(
      "Next: edit specs/quay.yaml (and specs/readings/quay.json, where a part of the page is built otherwise), then\n  npm run docs:accept -- quay changed.md\n  npm run generate\n  npm run changes\n",
    );
    expect(out).not.toContain("\u001b");
  });

  test("prints no control character of a page, not even one that is written as an escape", () => {
    save("hostile.md", changed.replaceAll('"DONE"', '"DO\\u001b[2J\\u202eNE"'));
    const { code, out } = run(root, "check", "quay", "hostile.md");
    expect(code).toBe(1);
    expect(out).toContain("DO\\u001b[2J\\u202eNE");
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test("tells programs the same", () => {
    const { code, out } = run(root, "check", "quay", "changed.md", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: "changed",
      effect: "major",
      changes: [
        {
          kind: "renamed",
          subject: "error.E-901",
          formerly: "error.E-900",
          effect: "major",
          spec: { file: "specs/quay.yaml" },
        },
      ],
    });
  });

  test("exits 2 for a page that is cut, with what was recognised", () => {
    const { code, out } = run(root, "check", "quay", "cut.txt");
    expect(code).toBe(2);
    expect(out).toMatch(/was not taken for the page: .*\.\nRecognised: \d+ of \d+ known fields/);
  });

  test.each([
    [["check", "kay", "page.html"], 'There is no provider "kay"; did you mean "quay"?'],
    [["check", "quay", "nowhere.html"], "There is no file nowhere.html"],
    [["check", "quay", "http://docs.quay.example"], "not https"],
    [["check", "quay", "specs"], "it is a folder"],
    [["check", "quay", "empty.html"], "empty.html is empty"],
    [["check", "quay", "page.pdf"], "page.pdf is not text. Save the page as HTML"],
    [["accept", "quay", "long.txt"], "long.txt is larger than 20 MB"],
    [["check", "lantern", "page.html"], "npm run docs:accept -- lantern <page>"],
  ])("%j exits 2 with a sentence", (words, sentence) => {
    const { code, err, out } = run(root, ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err).not.toContain("    at ");
  });

  test("explains itself", () => {
    const { code, out } = run(root, "check", "--help");
    expect(code).toBe(0);
    expect(out).toContain(
      "Exit code: 0 no change in facts, 1 changes, or a part that the reading does not cover, 2 the page could not be read.",
    );
  });
});

describe("docs:accept", () => {
  test("says what it read, and where nothing of it was read from a table", () => {
    const { out } = run(root, "accept", "quay", "page.html");
    expect(out).toMatch(
      /^call: POST, \/\S+, hosts: \d\nrequest: \d+ fields.*\nresponse: \d+ fields.*\ncodes: \d+\n/m,
    );
    expect(whatWasRead(examplesAlone, ["request.amount (unit)"])).toBe(
      "call: no method, no path, hosts: 0\nrequest: 1 field, and in examples alone memo\nresponse: no field in a table or list, 2 in examples alone, whose types are all that is watched. Does the page list them?\ncodes: 0\nin the spec, not read off the page, not watched: request.amount (unit)",
    );
  });

  test("refuses what the spec does not carry, names its lines and writes nothing", () => {
    const before = readFileSync(join(root, "specs/facts/quay.json"), "utf8");
    const { code, err } = run(root, "accept", "quay", "changed.md");
    expect(code).toBe(1);
    expect(err).toMatch(/specs\/quay\.yaml:\d+ {2}no line carries the fact error\.E-901/);
    expect(err).toMatch(/specs\/quay\.yaml:\d+ {2}the code E-900 is said to be from the page/);
    expect(readFileSync(join(root, "specs/facts/quay.json"), "utf8")).toBe(before);
  });

  test("records the page once the spec has it, and the check is quiet then", () => {
    const spec = join(root, "specs/quay.yaml");
    const [text, facts] = [spec, join(root, "specs/facts/quay.json")].map((file) =>
      readFileSync(file, "utf8"),
    );
    writeFileSync(spec, (text ?? "").replace("code: E-900", "code: E-901"));
    expect(run(root, "accept", "quay", "changed.md")).toMatchObject({ code: 0, err: "" });
    expect(run(root, "check", "quay", "changed.md").code).toBe(0);
    expect(run(root, "check", "quay", "page.html").code).toBe(1);
    writeFileSync(spec, text ?? "");
    writeFileSync(join(root, "specs/facts/quay.json"), facts ?? "");
  });

  test("records nothing for a spec that is half written", () => {
    const spec = join(root, "specs/quay.yaml");
    const text = readFileSync(spec, "utf8");
    writeFileSync(spec, `${text}x-more: { a: 1\nb: [\n`);
    const { code, err } = run(root, "accept", "quay", "page.html");
    writeFileSync(spec, text);
    expect(code).toBe(2);
    expect(err).toMatch(/^specs\/quay\.yaml:\d+:\d+ {2}this is not valid YAML; Flow map .*\n/);
  });

  test("refuses a cut page", () => {
    const { code, err } = run(root, "accept", "quay", "cut.txt");
    expect(code).toBe(2);
    expect(err).toMatch(/not read: the table under|was not taken for the page/);
  });

  test("proposes a reading, says what each table was taken for, and records nothing until it is confirmed", () => {
    save("first.html", formats.html(lantern));
    const first = run(root, "accept", "lantern", "first.html");
    expect(first.code).toBe(1);
    expect(first.out).toContain(
      "specs/readings/lantern.json is proposed:\nline      Request Type {method}\n",
    );
    expect(first.out).toContain(
      'table     "Error codes": errors; code = code, message = message, description = description',
    );
    expect(existsSync(join(root, "specs/facts/lantern.json"))).toBe(false);
    expect(run(root, "accept", "lantern", "first.html")).toMatchObject({ code: 0, err: "" });
    expect(run(root, "check", "lantern", "first.html").code).toBe(0);
  });

  test("says which place of a reading is wrong, and what it may be", () => {
    const file = join(root, "specs/readings/quay.json");
    const reading = readFileSync(file, "utf8");
    writeFileSync(file, reading.replace('"is": "errors"', '"is": "mistakes"'));
    const { code, err } = run(root, "check", "quay", "page.html");
    writeFileSync(file, reading);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^specs\/readings\/quay\.json\/tables\/\d\/is: must be equal to one of the allowed values \(request, response, errors, /,
      ),
    });
  });
});
