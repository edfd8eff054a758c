import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { githubIssues } from "../../src/watch/github-issues.ts";
import type { Issues } from "../../src/watch/watch.ts";

/** A `gh` with one repository's issues in a file, strict about what it is asked. */
const program = (file: string) => `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require("node:fs");
const state = JSON.parse(readFileSync(${JSON.stringify(file)}, "utf8"));
const [noun, verb, ...rest] = process.argv.slice(2);
const option = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
const stdin = () => (option("--body-file") === "-" ? readFileSync(0, "utf8") : undefined);
const fail = (words) => {
  console.error(words);
  process.exit(1);
};
state.calls.push([noun, verb]);
const numbered = state.issues.find(({ number }) => String(number) === rest[0]);
if (noun === "label" && verb === "create") state.labels.push(rest[0]);
else if (noun !== "issue") fail("unknown command " + noun);
else if (verb === "list") {
  const found = state.issues.filter(
    (issue) => issue.state === option("--state") && issue.labels.includes(option("--label")),
  );
  console.log(JSON.stringify(found.map(({ number, body }) => ({ number, body }))));
} else if (verb === "create") {
  const label = option("--label");
  if (!state.labels.includes(label)) fail("could not add label: '" + label + "' not found");
  const number = state.issues.length + 1;
  state.issues.push({ number, state: "open", labels: [label], title: option("--title"), body: stdin(), comments: [] });
  console.log("https://github.com/refunds/refunds/issues/" + number);
} else if (!numbered) fail("no issue " + rest[0]);
else if (verb === "edit") numbered.body = stdin();
else if (verb === "comment") numbered.comments.push(option("--body"));
else if (verb === "close") {
  numbered.state = "closed";
  numbered.comments.push(option("--comment"));
} else fail("unknown command issue " + verb);
writeFileSync(${JSON.stringify(file)}, JSON.stringify(state));
`;

let folder: string;
let issues: Issues;
const state = () => JSON.parse(readFileSync(join(folder, "github.json"), "utf8"));
const put = (value: unknown) => writeFileSync(join(folder, "github.json"), JSON.stringify(value));

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-gh-")));
  put({ calls: [], labels: [], issues: [] });
  writeFileSync(join(folder, "gh"), program(join(folder, "github.json")));
  chmodSync(join(folder, "gh"), 0o755);
  const path = [folder, process.env.PATH].join(delimiter);
  issues = githubIssues(folder, { ...process.env, PATH: path });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fjord = { provider: "fjordpay", title: 'Fjordpay: "$(touch x)"', text: "first `$(touch x)`" };

test("an issue is opened, found by its provider, updated and closed", async () => {
  expect(await issues.find("fjordpay")).toBeUndefined();
  expect(await issues.open(fjord)).toBe(1);
  expect(await issues.open({ provider: "northpay", title: "N", text: "other" })).toBe(2);
  const issue = await issues.find("fjordpay");
  expect(issue).toEqual({ number: 1, provider: "fjordpay", text: fjord.text });
  if (!issue) return;
  await issues.update(issue, "second", "Another.");
  expect((await issues.find("fjordpay"))?.text).toBe("second");
  await issues.close(issue, "In order.");
  expect(await issues.find("fjordpay")).toBeUndefined();
  expect(state().issues[0]).toMatchObject({
    title: fjord.title,
    state: "closed",
    comments: ["Another.", "In order."],
  });
  expect((await issues.find("northpay"))?.number).toBe(2);
  expect(existsSync(join(folder, "x"))).toBe(false);
});

test("an issue edited on GitHub, with its line ends, is still the same", async () => {
  await issues.open({ ...fjord, text: "one\n\ntwo" });
  const { issues: all, ...rest } = state();
  put({ ...rest, issues: [{ ...all[0], body: all[0].body.replaceAll("\n", "\r\n").trim() }] });
  expect((await issues.find("fjordpay"))?.text).toBe("one\n\ntwo");
});

test("an issue that somebody else gave the label is left alone", async () => {
  await issues.open(fjord);
  const { issues: all, ...rest } = state();
  put({ ...rest, issues: [{ ...all[0], body: "I saw a change at fjordpay" }] });
  expect(await issues.find("fjordpay")).toBeUndefined();
});

test("what GitHub refuses is reported", async () => {
  const nowhere = { number: 9, provider: "fjordpay", text: "" };
  await expect(issues.close(nowhere, "x")).rejects.toThrow(
    /gh issue close 9 .* failed: no issue 9/,
  );
});
