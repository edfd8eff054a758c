/** The run must find every condition that a client does not hold an answer to. */
import type { OperationTable, ProviderTable, Rule } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { runAnswers } from "../../src/answers/run.ts";
import { rememberSignatures } from "../../src/answers/signatures.ts";
import { clientOf, names, subjectOf, tableOf, withClient } from "./fixtures/defective-subject.ts";

rememberSignatures();

type Judged = OperationTable & { readonly outcomes: readonly Rule<string>[] };

/** The table without one of the conditions of a meaning, neither among its rules nor in what an answer must have. */
function without<Operation extends Judged>(table: Operation, means: string, at: string): Operation {
  const drop = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([pointer]) => pointer !== at));
  return {
    ...table,
    answer: table.answer.map(drop),
    outcomes: table.outcomes.map((rule) =>
      rule.means === means ? { ...rule, when: drop(rule.when) } : rule,
    ),
  };
}

const conditionsOf = (operation: Judged | undefined, means: string): string[] =>
  operation?.outcomes.flatMap((rule) => (rule.means === means ? Object.keys(rule.when) : [])) ?? [];

describe.each(names)("%s", async (provider) => {
  const table = await tableOf(provider);
  const { refund, query, token } = table;

  const find = (claim: "succeeded" | "found" | "issued", defective: ProviderTable) =>
    runAnswers([withClient(subjectOf(provider), claim, clientOf(defective))], {
      runs: 20_000,
      seed: 11,
    });

  test("told by the whole table, nothing is found", async () => {
    const { failure } = await runAnswers(
      [withClient(subjectOf(provider), "succeeded", clientOf(table))],
      { runs: 500, seed: 11 },
    );
    expect(failure).toBeUndefined();
  });

  test.each(conditionsOf(refund, "succeeded"))("a yes that is not held to %s", async (at) => {
    const defective = { ...table, refund: without(refund, "succeeded", at) };
    const { failure } = await find("succeeded", defective);
    expect(failure?.wrong).toMatch(/^false succeeded/);
    expect(failure?.changes.length).toBeGreaterThan(0);
  });

  test.each(refund.echo)("a yes that is not held against the request's $of", async (echo) => {
    const defective = {
      ...table,
      refund: { ...refund, echo: refund.echo.filter((each) => each !== echo) },
    };
    expect((await find("succeeded", defective)).failure?.wrong).toBe("false succeeded");
  });

  test("success told by HTTP 200 alone", async () => {
    const defective = {
      ...table,
      refund: {
        ...refund,
        answer: [{}],
        outcomes: [{ when: { http: "200" }, means: "succeeded" as const }],
        echo: [],
      },
    };
    expect((await find("succeeded", defective)).failure?.wrong).toBe("false succeeded");
  });

  const found = conditionsOf(query, "found");
  test.runIf(query).each(found)("a query's answer that is not held to %s", async (at) => {
    const defective = { ...table, ...(query && { query: without(query, "found", at) }) };
    expect((await find("found", defective)).failure?.wrong).toBe("false found");
  });

  const issued = conditionsOf(token, "issued");
  test.runIf(token).each(issued)("a token's answer that is not held to %s", async (at) => {
    const defective = { ...table, ...(token && { token: without(token, "issued", at) }) };
    const { failure } = await find("issued", defective);
    expect(failure?.wrong).toBe("a refund left, and no token had been issued");
  });
});
