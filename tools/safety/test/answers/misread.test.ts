/** Small answers that are known to be misread. When one is fixed, remove its entry in specs/answers/. */
import { expect, test } from "vitest";
import { createCaller } from "../../src/answers/call.ts";
import type { DocumentedAnswer } from "../../src/answers/documented-answer.ts";
import { knownMisreading, verdictOn } from "../../src/answers/verdict.ts";
import { subjectOf, subjects } from "./fixtures/defective-subject.ts";

const examples = [
  ["openpayd", "refund", '{"code":0.0,"status":"DECLINED","message":"Approved"}'],
] as const;

const countOf = (name: string) => `${name}: ${examples.filter(([each]) => each === name).length}`;

test("every known misreading has an example", () => {
  const known = subjects.map(({ provider, needs }) => `${provider}: ${needs.misread?.length ?? 0}`);
  expect(known).toEqual(subjects.map(({ provider }) => countOf(provider)));
});

test.each(examples)(
  "%s's %s is still misread",
  async (provider, operation, body) => {
    const subject = subjectOf(provider);
    const documented = subject.answers.find(
      (each) => each.operation === operation,
    ) as DocumentedAnswer;
    const reply = { http: 200, headers: {}, bytes: new TextEncoder().encode(body) };
    const startedAt = performance.now();
    const callResult = await createCaller(60_000).call(subject, documented, reply);
    const ms = performance.now() - startedAt;
    const verdict = verdictOn(subject, documented, reply, callResult, ms, 50);
    expect(verdict && knownMisreading(subject, documented, reply, verdict)).toBeDefined();
  },
  120_000,
);
