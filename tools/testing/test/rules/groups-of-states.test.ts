import { expect, test } from "vitest";
import { files, read } from "./repository.ts";

const state =
  '"(?:leaving|sending|unfinished|unknown|needs_review|pending|succeeded|reversed|declined|not_sent)"';
const compared = new RegExp(`([\\w.?]+) ([!=]==) ${state}\\s*(?:\\|\\||&&)\\s*\\1 \\2 ${state}`);
const listed = new RegExp(`\\[${state}, ${state}`);

/** Where two statuses together are not a group of states, with the reason. */
const notGroups = [
  // The words that callers see of `leaving`.
  "packages/journal/src/records/states.ts",
  // Which answers do not settle a refund that was sent again.
  "packages/journal/src/rules/settle-answer.ts",
];

// The sandbox and the safety tools have groups of their own on purpose: they stand for providers, and check the journal.
const isOfJournal = (path: string) =>
  /^packages\/(?:cli|journal|mcp|otel|refunds)\/src\//.test(path) &&
  !/\/(?:generated|conformance)\//.test(path);

test("only the table of states says which states are a group", () => {
  const sources = files.filter((path) => isOfJournal(path) && path.endsWith(".ts"));
  const again = sources.filter((path) => {
    const code = read(path);
    return compared.test(code) || listed.test(code);
  });
  expect(again.sort()).toEqual(notGroups);
});
