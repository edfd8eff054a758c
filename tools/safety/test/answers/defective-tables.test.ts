/** The run must find every missing condition of a client. */
import type { OperationTable, ProviderTable, Rule } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import type { DocumentedAnswer } from "../../src/answers/documented-answer.ts";
import { repetitions } from "../../src/answers/needs.ts";
import { runAnswers } from "../../src/answers/run.ts";
import { rememberSignatures } from "../../src/answers/signatures.ts";
import {
  type Claim,
  clientOf,
  names,
  subjectOf,
  tableOf,
  withClient,
} from "./fixtures/defective-subject.ts";

rememberSignatures();

type Judged = OperationTable & { readonly outcomes: readonly Rule<string>[] };

/** The table without one condition of an outcome, in its rules and in the required fields. */
function without<Operation extends Judged>(table: Operation, means: string, at: string): Operation {
  const drop = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([pointer]) => pointer !== at));
  return {
    ...table,
    answer: table.answer.map(drop),
    // The status of an answer without a body is documented in a second place.
    ...(at === "http" && table.empty && { empty: ["2XX"] }),
    outcomes: table.outcomes.map((rule) =>
      rule.means === means ? { ...rule, when: drop(rule.when) } : rule,
    ),
  };
}

const conditionsOf = (operation: Judged | undefined, means: string): string[] =>
  operation?.outcomes.flatMap((rule) => (rule.means === means ? Object.keys(rule.when) : [])) ?? [];

/** What the run finds, or what a documented answer shows before it is changed. */
const problemOf = (run: ReturnType<typeof runAnswers>): Promise<string | undefined> =>
  run.then(
    ({ failure }) => failure?.problem,
    (error: Error) => /, unchanged: (.*)$/.exec(error.message)?.[1],
  );

/** The documented declines of the provider that repeat something that was asked. */
function repeatingDeclines(provider: string): readonly DocumentedAnswer[] {
  const subject = subjectOf(provider);
  const { answers, needs } = withClient(subject, "declined", subject.open);
  return answers.filter(({ operation, request, http, body }) => {
    const received = { http, bytes: new TextEncoder().encode(body), whole: true };
    return operation === "refund" && repetitions(needs, request, received).length > 0;
  });
}

describe.each(names)("%s", async (provider) => {
  const table = await tableOf(provider);
  const { refund, query, token } = table;

  /** The best that an answer to a refund says. */
  const best = refund.outcomes.some(({ means }) => means === "succeeded") ? "succeeded" : "pending";

  const find = (claim: Claim, defective: ProviderTable) =>
    runAnswers([withClient(subjectOf(provider), claim, clientOf(defective))], {
      runs: 20_000,
      seed: 11,
    });

  test("finds nothing with the complete table", async () => {
    const { failure } = await runAnswers([withClient(subjectOf(provider), best, clientOf(table))], {
      runs: 500,
      seed: 11,
    });
    expect(failure).toBeUndefined();
  });

  test.each(conditionsOf(refund, best))("finds a success without the condition %s", async (at) => {
    const defective = { ...table, refund: without(refund, best, at) };
    const { failure } = await find(best, defective);
    expect(failure?.problem).toMatch(new RegExp(`^false ${best}`));
    expect(failure?.changes.length).toBeGreaterThan(0);
  });

  test.each(refund.echo)(
    "finds a success that is not compared with the $of of the request",
    async (echo) => {
      const defective = {
        ...table,
        refund: { ...refund, echo: refund.echo.filter((each) => each !== echo) },
      };
      expect(await problemOf(find(best, defective))).toBe(`false ${best}`);
    },
  );

  const answers = repeatingDeclines(provider);
  test.runIf(answers.length > 0)(
    "finds a decline that is not compared with the request",
    async () => {
      const open = clientOf({ ...table, refund: { ...refund, echo: [] } });
      const run = runAnswers([{ ...subjectOf(provider), answers, open }], {
        runs: 20_000,
        seed: 11,
      });
      expect(await problemOf(run)).toBe("a decline of another refund was believed");
    },
  );

  const needed = (subjectOf(provider).needs.refund?.[best] ?? []).flatMap(Object.keys);
  /** Whether the rule's own shape has a field that an answer must have, and that nothing else asks for. */
  const isShaped = ({ means, of = [], when }: Rule<string>) =>
    means === best &&
    of.some((at) =>
      Object.keys(refund.answer[at] ?? {}).some(
        (pointer) =>
          pointer !== "" &&
          needed.includes(pointer) &&
          !(pointer in when) &&
          refund.echo.every((echo) => echo.at !== pointer),
      ),
    );
  test.runIf(refund.outcomes.some(isShaped))(
    "finds a success that may have the shape of another answer",
    async () => {
      const outcomes = refund.outcomes.map((rule) => {
        const { of: _, ...any } = rule;
        return isShaped(rule) ? any : rule;
      });
      const open = clientOf({ ...table, refund: { ...refund, outcomes } });
      // With errors, unlike above: the other answer is one.
      const answers = subjectOf(provider).answers.filter(({ operation }) => operation === "refund");
      const run = runAnswers([{ ...subjectOf(provider), answers, open }], {
        runs: 20_000,
        seed: 11,
      });
      expect(await problemOf(run)).toBe(`false ${best}`);
    },
  );

  test("finds a success that only depends on the HTTP status", async () => {
    const http = refund.outcomes.find(({ means }) => means === best)?.when.http ?? "200";
    const defective = {
      ...table,
      refund: {
        ...refund,
        answer: [{}],
        outcomes: [{ when: { http }, means: best }],
        echo: [],
      },
    } as ProviderTable;
    expect((await find(best, defective)).failure?.problem).toBe(`false ${best}`);
  });

  const found = conditionsOf(query, "found");
  test.runIf(query).each(found)("finds a query result without the condition %s", async (at) => {
    const defective = { ...table, ...(query && { query: without(query, "found", at) }) };
    expect((await find("found", defective)).failure?.problem).toBe("false found");
  });

  const issued = conditionsOf(token, "issued");
  test.runIf(token).each(issued)("finds a token without the condition %s", async (at) => {
    const defective = { ...table, ...(token && { token: without(token, "issued", at) }) };
    const { failure } = await find("issued", defective);
    expect(failure?.problem).toBe("a refund was sent, although no token was issued");
  });
});
