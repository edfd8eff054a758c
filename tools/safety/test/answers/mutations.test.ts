import { describe, expect, test } from "vitest";
import type { Change } from "../../src/answers/mutation.ts";
import { mutate } from "../../src/answers/mutation.ts";
import { mutationContextOf } from "../../src/answers/mutation-context.ts";
import { mutations } from "../../src/answers/mutations/index.ts";
import { subjects } from "./fixtures/defective-subject.ts";

const contextOf = mutationContextOf(subjects);
const cases = subjects.flatMap((subject) =>
  subject.answers.map((answer) => ({ answer, context: contextOf(subject, answer) })),
);

/** Applies a mutation to every documented answer, with two seeds each. */
const all = (mutation: Change["mutation"]) =>
  cases.flatMap(({ answer, context }, at) =>
    [2 * at, 2 * at + 1].map((seed) => ({
      answer,
      reply: mutate(answer, [{ mutation, seed }], context),
    })),
  );

const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

function readable(text: string): unknown {
  const bare = (name: string, value: unknown) => (name.startsWith("x-trace-") ? undefined : value);
  try {
    return JSON.parse(text, bare);
  } catch {
    return text.trim();
  }
}

test("all mutations have different names", () => {
  const names = mutations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(mutations)("$name", (mutation) => {
  test("changes answers", () => {
    const changed = all(mutation).filter(
      ({ answer, reply }) =>
        textOf(reply) !== answer.body ||
        reply.bytes[0] === 0xef ||
        reply.http !== answer.http ||
        JSON.stringify(reply.headers) !== JSON.stringify(answer.headers) ||
        Object.keys(reply).length > 3,
    );
    expect(changed.length).toBeGreaterThan(4);
  });

  test("gives the same result again", () => {
    expect(all(mutation)).toEqual(all(mutation));
  });

  test.runIf(mutation.harmless)("keeps the meaning of the answer", () => {
    for (const { answer, reply } of all(mutation)) {
      expect(readable(textOf(reply))).toEqual(readable(answer.body));
      expect([reply.http, reply.ends, reply.followed]).toEqual([answer.http, undefined, undefined]);
    }
  });
});
